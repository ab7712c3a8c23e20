import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  additiveOf,
  askedParts,
  askedOf,
  can,
  isClearable,
  isTotalPart,
  lockOf,
  namedIn,
  openQuestion,
  type Part,
  partsOfTable,
  TOTAL_PART,
} from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import { everyText, pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { CycleReader } from '../cycles/cycle.reader.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import { elementIn } from '../../graphql/law-element.type.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { ReopeningReader } from '../observations/reopening.reader.ts';
import type { Reopening } from '../observations/reopening.type.ts';
import { type CellRow, listedIndicators, readCells } from './form-cells.reader.ts';
import { submissionHits } from '../observations/checks.ts';
import type { FormCell, FormTable } from './form-cell.type.ts';
import { type Histories, historiesOf, readHistories } from '../observations/history.reader.ts';
import { lastFact } from '../observations/last-fact.ts';
import { indicatorIn, nameOf } from '../observations/part-name.ts';
import { rulesAt, type RulesHere, type RulesOf } from '../observations/rules.reader.ts';
import { provenanceOf } from '../observations/provenance.ts';
import type { ReturnForm } from './returns.type.ts';
import { shownByPart } from './shown-by-part.ts';
import { openSignatureRequests } from './signature-request.reader.ts';
import { submissionsOf } from './submission.reader.ts';
import { inLanguage } from '../observations/work-revision.type.ts';

/** The state of a year that has a cycle. */
interface Calendar {
  open: boolean;
}

interface Frame {
  actor: Actor;
  area: string;
  cycle: number;
  lang: Language;
}

interface Asked {
  indicators: readonly DeskIndicator[];
  /** The codes of those of which all parts are read. */
  withParts: ReadonlySet<string>;
  /** The one part that is read instead. */
  part?: Part;
}

/** Reads the return as the reporter sees it, in a fixed number of SQL statements for any number of cells. */
@Injectable()
export class ReturnFormReader {
  constructor(
    private readonly cycles: CycleReader,
    private readonly indicators: IndicatorReader,
    private readonly reopenings: ReopeningReader,
  ) {}

  async form(em: EntityManager, frame: Frame): Promise<ReturnForm | null> {
    const { area, cycle } = frame;
    const { calendar, ...home } = await this.cycles.ofReturn(em, area, cycle);
    const codes = await listedIndicators(em, area, cycle);
    if (codes.length === 0) return null;
    const here = await rulesIn(em, frame);
    const cells = await this.cellsOf(em, frame, codes, calendar, here.of);
    // a closed cycle counts as open if a cell was reopened for this person or a published value is being corrected
    const open = calendar?.open === true || cells.some(isOpen);
    return {
      area,
      areaName: pickText(home.areaName, frame.lang),
      cycle,
      opensOn: home.opensOn,
      dueOn: home.dueOn,
      daysLeft: home.daysLeft,
      handedInWith: home.handedInWith,
      mayEdit: open && maySave(frame),
      cells,
      rules: here.rules.filter((rule) => namedIn(rule).some((code) => codes.includes(code))),
      beside: here.figures.filter(({ indicator }) => !codes.includes(indicator)),
      submissions: await submissionsOf(em, area, cycle),
      secondSignature: home.secondSignature,
      prepared: await openSignatureRequests(
        em,
        frame.actor,
        { areas: [area], year: cycle },
        frame.lang,
      ),
    };
  }

  /** One cell; null if the indicator does not exist. */
  async cell(
    em: EntityManager,
    frame: Frame,
    indicator: string,
    part: Part,
  ): Promise<FormCell | null> {
    const calendar = await this.cycles.get(em, frame.area, frame.cycle);
    const [known] = await this.indicators.byCodes(em, [indicator]);
    if (known === undefined) return null;
    const { of } = await rulesIn(em, frame);
    const asked = { indicators: [known], withParts: new Set([indicator]), part };
    const cellOf = await this.readCells(em, frame, asked, calendar, of);
    return cellOf(known, part);
  }

  private async cellsOf(
    em: EntityManager,
    frame: Frame,
    codes: string[],
    calendar: Calendar | null,
    rulesOf: RulesOf,
  ): Promise<FormCell[]> {
    const indicators = await this.indicators.byCodes(em, codes);
    const withParts = shownByPart(indicators);
    const cellOf = await this.readCells(em, frame, { indicators, withParts }, calendar, rulesOf);
    return indicators.flatMap((indicator) => {
      if (indicator.kind === 'MILESTONE') {
        return askedParts(indicator).flatMap((element) => cellOf(indicator, element) ?? []);
      }
      const totalCell = cellOf(indicator, TOTAL_PART);
      if (totalCell === null) return [];
      if (!withParts.has(indicator.code)) return [totalCell];
      const parts = partsOfTable(indicator.tableAxes).flatMap(
        (part) => cellOf(indicator, part) ?? [],
      );
      // if a year has no cycle and is only corrected, the table is shown only if it has saved parts
      const shown = calendar !== null || parts.some(({ id }) => id !== null);
      totalCell.table = shown ? tableOf(indicator, parts, frame.lang) : null;
      return [totalCell];
    });
  }

  private async readCells(
    em: EntityManager,
    frame: Frame,
    { indicators, withParts, part: only }: Asked,
    calendar: Calendar | null,
    rulesOf: RulesOf,
  ): Promise<(indicator: DeskIndicator, part: Part) => FormCell | null> {
    const codes = indicators.map(({ code }) => code);
    const { area, cycle: year } = frame;
    const shown = [...withParts];
    const { rowOf, partsOf } = await readCells(em, {
      ...{ area, year, organisation: ownBody(frame), indicators: codes, withParts: shown },
      ...(only && { part: only }),
    });
    const histories = only
      ? await historiesOf(
          em,
          { area, year },
          codes.map((indicator) => ({ indicator, part: only })),
        )
      : await readHistories(em, [area], codes, shown);
    const reopenings = await this.reopenings.own(em, frame.actor.id, frame);
    const cellOf = (indicator: DeskIndicator, part: Part): FormCell | null => {
      const row = rowOf(indicator.code, part);
      if (row === null) return null;
      const reopening = reopenings.get(indicator.code) ?? null;
      const lock = lockOf({
        state: row.state,
        assigned: row.assigned,
        cycleOpen: calendar?.open === true,
        published: row.published,
        granted: reopening?.state === 'GRANTED',
      });
      const gate = { lock, reopening, editable: lock === null && maySave(frame) };
      const cell = toCell({ indicator, part, row, gate }, histories, rulesOf, frame);
      if (withParts.has(indicator.code) || !isTotalPart(part)) return cell;
      // if a year has no cycle and is only corrected, a table is shown only if it has saved parts
      if (calendar === null && row.filled.length === 0) return cell;
      const read = partsOf(indicator.code).filter((one) => !isTotalPart(one));
      cell.largeTable = {
        parts: partsOfTable(indicator.tableAxes).length,
        filled: row.filled,
        cells: read.flatMap((one) => cellOf(indicator, one) ?? []).filter(waits),
      };
      return cell;
    };
    return cellOf;
  }
}

function rulesIn(em: EntityManager, { area, cycle, lang }: Frame): Promise<RulesHere> {
  return rulesAt(em, lang, [{ area, year: cycle, part: TOTAL_PART }]);
}

const isOpen = ({ editable, table, largeTable, reopening }: FormCell): boolean =>
  editable ||
  reopening?.state === 'GRANTED' ||
  (table ?? largeTable)?.cells.some((part) => part.editable) === true;

/** Does a part wait for the reporter: was it returned and not handed in again, or asked about? */
const waits = ({ returnReason, openQuestion }: FormCell): boolean =>
  returnReason !== null || openQuestion !== null;

/** A reporter's own organisation. Officers and auditors get null and see the body that the indicator is assigned to. */
const ownBody = ({ actor }: Frame): string | null =>
  actor.role === 'REPORTER' ? actor.organisation : null;

function maySave({ actor, area }: Frame): boolean {
  return can(actor, 'SAVE_VALUE', { area }) === 'ALLOWED';
}

interface Cell {
  indicator: DeskIndicator;
  part: Part;
  row: CellRow;
  gate: { lock: string | null; reopening: Reopening | null; editable: boolean };
}

function toCell(
  { indicator, part, row, gate }: Cell,
  histories: Histories,
  rulesOf: RulesOf,
  { actor, lang, area, cycle }: Frame,
): FormCell {
  const { elements, code, ...facts } = indicatorIn(indicator, lang);
  const history = histories.of(area, code, cycle, part);
  const { current } = row;
  // plans exist for totals only
  const baselineYear = isTotalPart(part) ? row.baselineYear : null;
  const found = elements.find((one) => one.code === part.breakdown);
  const element = found === undefined ? null : elementIn(found, lang);
  const sourceText = current?.sourceText ?? null;
  const body = Object.values(row.body ?? {});
  const provenance = provenanceOf({ ...row, body, indicator, sourceText, history });
  const rules = rulesOf({ area, year: cycle, indicator: code, part });
  const checked = { ...row, baselineYear, indicator, year: cycle, history, rules };
  const last = history.find(({ year }) => year === cycle - 1);
  return {
    ...facts,
    ...row,
    ...gate,
    indicator: code,
    part,
    name: element?.name ?? nameOf(indicator, part, lang),
    names: everyText(found?.name ?? indicator.name),
    indicatorName: facts.name,
    element,
    mine: row.assignee?.id === actor.id,
    lastFact: element && lastFact(history),
    definition: element?.definition ?? facts.definition,
    history,
    lastSource: last?.source ?? null,
    lastNote: last?.note ? pickText(last.note, lang).text : null,
    baselineYear,
    state: current === null && row.state === 'DRAFT' ? 'EMPTY' : (row.state ?? 'EMPTY'),
    clearable: isClearable(row),
    current: current && inLanguage(current, lang),
    body: row.body && pickText(row.body, lang),
    bodyNames: body,
    evidence: provenance.evidence,
    published: provenance.published,
    hits: current ? submissionHits({ ...checked, current }, provenance) : [],
    openQuestion: openQuestion(row.said && askedOf(row.said.messages, row.said.decisions)),
    table: null,
    largeTable: null,
  };
}

function tableOf(
  { tableAxes, regionalMethod }: DeskIndicator,
  cells: FormCell[],
  lang: Language,
): FormTable | null {
  if (tableAxes.length === 0) return null;
  const axes = tableAxes.map(({ dimension, codes }) => ({
    dimension,
    codes: codes.map(({ code, name }) => ({ code, name: pickText(name, lang) })),
  }));
  return { axes, additive: additiveOf(regionalMethod), cells };
}
