import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  askedOf,
  isTotalPart,
  judgeFirstValue,
  openQuestion,
  type Remark,
  remarksOn,
} from '@qadam/domain';
import { wholeAtDesk } from '../../database/standing.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { elementIn } from '../../graphql/law-element.type.ts';
import { type Checked, hitsOf } from '../observations/checks.ts';
import { type Neighbour, readAllHistories } from '../observations/history.reader.ts';
import { rulesAt } from '../observations/rules.reader.ts';
import { lastFact, lastValue } from '../observations/last-fact.ts';
import type { RuleHit } from '../observations/cell.type.ts';
import { indicatorIn, nameOf } from '../observations/part-name.ts';
import { readThreads, type Thread } from './thread.reader.ts';
import type { WorkObservation } from './work-observation.type.ts';

/** Reads observations with everything that belongs to them, in six SQL statements for any number of them. */
@Injectable()
export class WorkObservationReader {
  constructor(private readonly indicators: IndicatorReader) {}

  /** The observations in the order of `ids`. */
  async byIds(
    em: EntityManager,
    ids: readonly string[],
    lang: Language,
  ): Promise<WorkObservation[]> {
    const threads = await readThreads(em, ids, lang);
    const codes = [...new Set(threads.map(({ row }) => row.indicator))];
    const indicators = await this.indicators.byCodes(em, codes);
    const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
    const histories = await wholeAtDesk(() => readAllHistories(em, codes));
    const wholeOf = wholesOf(threads);
    const rules = await rulesAt(
      em,
      lang,
      threads.map(({ row }) => row),
    );
    return threads.flatMap((thread) => {
      const { row, revisions } = thread;
      const indicator = byCode.get(row.indicator);
      const current = revisions.find(({ id }) => id === row.currentRevision);
      if (indicator === undefined || current === undefined) return [];
      const history = histories.of(row.area, row.indicator, row.year, row.part);
      const checked = { ...row, indicator, current, history, rules: rules.of(row) };
      const neighbours = histories.elsewhere(row.area, row.indicator, row.part);
      return [toObservation(thread, checked, lang, { neighbours, whole: wholeOf(row) })];
    });
  }
}

/** Other figures that a value is compared with, besides its earlier years. */
interface Beside {
  neighbours: Neighbour[];
  /** The total that the value is a part of. */
  whole: string | null;
}

/** Finds the total that a part belongs to, if both are among the threads. */
function wholesOf(threads: readonly Thread[]) {
  const wholes = new Map(
    threads.flatMap(({ row, revisions }) => {
      const current = revisions.find(({ id }) => id === row.currentRevision);
      return isTotalPart(row.part) ? [[cellOf(row), current?.value ?? null]] : [];
    }),
  );
  return (row: Thread['row']): string | null =>
    isTotalPart(row.part) ? null : (wholes.get(cellOf(row)) ?? null);
}

const cellOf = ({ area, indicator, year }: Thread['row']): string =>
  [area, indicator, year].join(' ');

function toObservation(
  thread: Thread,
  checked: Checked,
  lang: Language,
  beside: Beside,
): WorkObservation {
  const { row, revisions, evidence } = thread;
  const { messages, reviews, alternatives, publishedRevision } = row;
  const { code, elements, ...facts } = indicatorIn(checked.indicator, lang);
  const element = elements.find((one) => one.code === row.part.breakdown);
  const hits = hitsOf(checked);
  const asked = askedOf(messages, reviews);
  return {
    ...facts,
    ...row,
    indicator: code,
    whole: isTotalPart(row.part),
    indicatorName: nameOf(checked.indicator, row.part, lang, row.regionName),
    element: element === undefined ? null : elementIn(element, lang),
    lastFact: element === undefined ? null : lastFact(checked.history),
    current: checked.current,
    published: revisions.find((revision) => revision.id === publishedRevision) ?? null,
    revisions,
    evidence,
    alternatives: alternatives.map(({ note, chosen, ...one }) => ({
      ...one,
      note: pickText(note, lang),
      chosen: pickText(chosen, lang),
    })),
    hits,
    remarks: remarksOf(thread, checked, hits, beside),
    neighbours: beside.neighbours,
    openQuestion: openQuestion(asked),
    answer: asked?.answer ?? null,
    history: checked.history,
  };
}

/** Why a reviewer should look at a submitted value by itself. */
function remarksOf(
  { row }: Thread,
  { indicator, current, history }: Checked,
  hits: readonly RuleHit[],
  { neighbours, whole }: Beside,
): Remark[] {
  const { messages, reviews, alternatives, publishedRevision, people } = row;
  const { kind, min, max, unit } = indicator;
  const { value, sourceText, body, namedSource } = current;
  return remarksOn({
    kind,
    value,
    source: sourceText,
    comment: current.comment,
    hits,
    before: lastValue(indicator, history),
    first:
      value === null
        ? 'UNKNOWN'
        : judgeFirstValue({
            ...{ kind, value, min, max, whole },
            counts: unit === 'NUMBER',
            people,
            hasSource: [sourceText, body, namedSource].some((one) => one !== null),
            otherSources: alternatives.map((one) => one.value),
            neighbours,
          }),
    corrects: publishedRevision !== null && publishedRevision !== current.id,
    discussed: messages.length > 0 || reviews.some(({ decision }) => decision === 'RETURNED'),
  });
}
