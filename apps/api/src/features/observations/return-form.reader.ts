import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { can, lockOf } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import { everyText, type Language, pickText } from '../../graphql/local-text.type.ts';
import { type AreaCycle, CycleReader } from '../cycles/cycle.reader.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { stageTexts } from '../indicators/stages.ts';
import { ReopeningReader } from '../reopenings/reopening.reader.ts';
import type { Reopening } from '../reopenings/reopening.type.ts';
import { CellReader, type CellRow } from './cell.reader.ts';
import { hitsOf } from './checks.ts';
import type { FormCell } from './form-cell.type.ts';
import { type Histories, HistoryReader } from './history.reader.ts';
import type { ReturnForm } from './return-form.type.ts';
import { SubmissionReader } from './submission.reader.ts';

interface Frame {
  actor: Actor;
  area: string;
  cycle: number;
  lang: Language;
}

/** The return as the reporter sees it: a fixed number of statements, however many cells. */
@Injectable()
export class ReturnFormReader {
  constructor(
    private readonly cycles: CycleReader,
    private readonly cells: CellReader,
    private readonly indicators: IndicatorReader,
    private readonly histories: HistoryReader,
    private readonly submissions: SubmissionReader,
    private readonly reopenings: ReopeningReader,
  ) {}

  async form(em: EntityManager, frame: Frame): Promise<ReturnForm | null> {
    const { area, cycle } = frame;
    const calendar = await this.cycles.get(em, area, cycle);
    if (calendar === null) return null;
    const codes = await this.cells.assigned(em, area, cycle);
    if (codes.length === 0) return null;
    const cells = await this.cellsOf(em, frame, codes, calendar);
    const open = calendar.open || cells.some(({ reopening }) => reopening?.state === 'GRANTED');
    return {
      area,
      areaName: pickText(calendar.areaName, frame.lang),
      cycle,
      opensOn: calendar.opensOn,
      dueOn: calendar.dueOn,
      daysLeft: calendar.daysLeft,
      mayEdit: open && maySave(frame),
      cells,
      submissions: await this.submissions.list(em, area, cycle),
    };
  }

  /** One cell; null where the cycle or the indicator does not exist. */
  async cell(em: EntityManager, frame: Frame, indicator: string): Promise<FormCell | null> {
    const calendar = await this.cycles.get(em, frame.area, frame.cycle);
    const [cell] = await this.cellsOf(em, frame, [indicator], calendar);
    return cell ?? null;
  }

  private async cellsOf(
    em: EntityManager,
    frame: Frame,
    codes: string[],
    calendar: AreaCycle | null,
  ): Promise<FormCell[]> {
    const indicators = await this.indicators.byCodes(em, codes);
    const rows = await this.cells.rows(em, frame.area, frame.cycle, codes);
    const histories = await this.histories.published(em, [frame.area], codes);
    const reopenings = await this.reopenings.own(em, frame.actor.id, frame);
    return indicators.flatMap((indicator) => {
      const row = rows.get(indicator.code);
      if (row === undefined) return [];
      const reopening = reopenings.get(indicator.code) ?? null;
      const lock = lockOf({
        state: row.state,
        cycleOpen: calendar?.open === true,
        correcting: row.correcting,
        granted: reopening?.state === 'GRANTED',
      });
      const gate = { lock, reopening, editable: lock === null && maySave(frame) };
      return [toCell(indicator, row, histories, frame, gate)];
    });
  }
}

function maySave({ actor, area }: Frame): boolean {
  return can(actor, 'SAVE_VALUE', { area }) === 'ALLOWED';
}

function toCell(
  indicator: DeskIndicator,
  row: CellRow,
  histories: Histories,
  frame: Frame,
  gate: { lock: string | null; reopening: Reopening | null; editable: boolean },
): FormCell {
  const { lang, area, cycle } = frame;
  const { name, definition, unitText, stages, code, ...facts } = indicator;
  const history = histories.of(area, code, cycle);
  const { id, version, sample, current, baselineYear, returnReason, messages } = row;
  return {
    ...facts,
    indicator: code,
    name: pickText(name, lang),
    names: everyText(name),
    definition: pickText(definition, lang),
    unitText: pickText(unitText, lang),
    stages: stageTexts(stages, lang),
    history,
    baselineYear,
    id,
    state: row.state ?? 'EMPTY',
    version,
    sample,
    ...gate,
    current,
    hits: current === null ? [] : hitsOf({ ...row, indicator, year: cycle, current, history }),
    returnReason,
    messages,
  };
}
