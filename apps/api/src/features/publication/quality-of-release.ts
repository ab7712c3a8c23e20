import {
  cellMarks,
  classOf,
  dataQuality,
  type Assignment,
  type CellHit,
  type DataQualityInput,
} from '@qadam/domain';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { factsOf } from '../../graphql/quality-facts.type.ts';
import type { AreaRow } from './public-rows.ts';
import type {
  PublishedQuality,
  PublishedQualityArea,
  PublishedQualityCell,
  PublishedQualityCount,
} from './published-quality.type.ts';
import type { NumberedPage } from './numbered-page.ts';
import { toArea } from './page-parts.ts';
import type {
  QualityCells,
  QualityFrame,
  QualityIndicatorRow,
  QualityValueRow,
} from './quality-rows.ts';
import type { ReadRelease } from './release.reader.ts';

/** A place in the grid of data quality, with everything a release knows about it. */
interface Place {
  area: string;
  indicator: QualityIndicatorRow;
  year: number;
  dueOn: string | null;
  value: QualityValueRow | undefined;
  hits: readonly CellHit[];
  revisions: QualityCells['revisions'];
}

/** A cell as it is published, with what it was judged by. */
export interface JudgedCell {
  place: Place;
  cell: PublishedQualityCell;
}

/** The cells of a country and some indicators. The facts are as of the day of the release (release-day.ts), so they never change. */
export const judgeCells = (
  area: string,
  frame: Pick<QualityFrame, 'indicators' | 'cycles'>,
  rows: QualityCells,
  day: string,
): JudgedCell[] =>
  placesOf(area, frame, rows).map((place) => ({ place, cell: cellOf(place, day) }));

/** A count as plain data. */
type Count = { [K in keyof PublishedQualityCount]: PublishedQualityCount[K] };

/** Facts about all cells of a country, independent of page and language. */
export interface QualitySum {
  country: AreaRow;
  facts: Omit<PublishedQualityArea, 'area'>;
  counts: readonly Count[];
  /** Codes of the indicators that have a cell; `come`: of those with a cell that is reported or was due. */
  present: ReadonlySet<string>;
  come: ReadonlySet<string>;
}

/** Sums up the cells of a country; they may be added in several calls. */
export class QualityCounter {
  private readonly counts = new Map<string, Count>();
  private readonly years = new Map<number, { reported: number; asked: number }>();
  private readonly present = new Set<string>();
  private readonly come = new Set<string>();
  private newest: { year: number; dueOn: string; asked: Place[] } | null = null;

  constructor(
    private readonly country: AreaRow,
    private readonly day: string,
  ) {}

  add(judged: readonly JudgedCell[]): void {
    for (const { place, cell } of judged) {
      this.present.add(cell.indicator);
      if (cell.class !== 'notDue') this.come.add(cell.indicator);
      countCell(this.counts, cell);
      const year = this.years.get(cell.year) ?? { reported: 0, asked: 0 };
      this.years.set(cell.year, year);
      if (cell.class === 'reported') year.reported += 1;
      if (cell.dueOn === null) continue;
      year.asked += 1;
      if (this.newest === null || cell.year > this.newest.year)
        this.newest = { year: cell.year, dueOn: cell.dueOn, asked: [] };
      if (cell.year === this.newest.year) this.newest.asked.push(place);
    }
  }

  sum(): QualitySum {
    const { country, newest, present, come } = this;
    return {
      ...{ country, present, come, counts: [...this.counts.values()] },
      facts: {
        cycle: newest && {
          ...{ year: newest.year, dueOn: newest.dueOn },
          ...factsOf(dataQuality(inputOf(country.code, newest, newest.asked, this.day))),
        },
        years: [...this.years]
          .sort(([a], [b]) => a - b)
          .map(([year, { reported, asked }]) => ({ year, reported, assigned: asked || null })),
      },
    };
  }
}

/** The answer in a language: the facts about all cells of these countries, and the cells of one page. */
export function tellQuality(
  release: ReadRelease,
  sums: readonly QualitySum[],
  page: NumberedPage & { rows: readonly QualityIndicatorRow[]; cells: PublishedQualityCell[] },
  indicatorCount: number,
  lang: Language,
): PublishedQuality {
  const all = (codes: 'present' | 'come') => new Set(sums.flatMap((sum) => [...sum[codes]]));
  const present = all('present');
  const counts = new Map<string, Count>();
  for (const kind of sums.flatMap((sum) => sum.counts)) addTo(counts, kind);
  return {
    ...{ release, page: page.page, pages: page.pages, indicatorCount, cells: page.cells },
    silentCount: present.size - all('come').size,
    areas: sums.map(({ country, facts }) => ({ area: toArea(country, lang), ...facts })),
    indicators: page.rows
      .filter(({ code }) => present.has(code))
      .map(({ code, name }) => ({ code, name: pickText(name, lang) })),
    years: [...new Set(sums.flatMap(({ facts }) => facts.years.map(({ year }) => year)))].sort(
      (a, b) => a - b,
    ),
    counts: [...counts.values()],
  };
}

/** Counts cells that look the same in the grid. */
const countCell = (counts: Map<string, Count>, cell: PublishedQualityCell) =>
  addTo(counts, {
    ...{ class: cell.class, marks: cell.marks, hidden: cell.hidden },
    ...{ submitted: cell.submittedOn !== null, questioned: cell.hits.length > 0, count: 1 },
  });

function addTo(counts: Map<string, Count>, kind: Count): void {
  const key = [kind.class, kind.marks, kind.hidden, kind.submitted, kind.questioned].join();
  const found = counts.get(key);
  if (found) found.count += kind.count;
  else counts.set(key, { ...kind });
}

/** Every cell that was asked for or that holds something, by indicator and year. */
function placesOf(
  area: string,
  { indicators, cycles }: Pick<QualityFrame, 'indicators' | 'cycles'>,
  read: QualityCells,
): Place[] {
  const due = new Map(cycles.map(({ year, dueOn }) => [year, dueOn]));
  const key = (indicator: string, year: number) => `${indicator} ${String(year)}`;
  const own = <T extends { area: string }>(list: readonly T[]) =>
    list.filter((one) => one.area === area);
  const values = Map.groupBy(own(read.values), ({ indicator }) => indicator);
  const asked = new Set(own(read.assignments).map(({ indicator, cycle }) => key(indicator, cycle)));
  const revised = Map.groupBy(own(read.revisions), ({ indicator, year }) => key(indicator, year));
  const found = new Map(
    own(read.hits).map(({ indicator, year, hits }) => [key(indicator, year), hits]),
  );
  return indicators.flatMap((indicator) => {
    const byYear = new Map((values.get(indicator.code) ?? []).map((value) => [value.year, value]));
    const isAsked = (year: number) => asked.has(key(indicator.code, year));
    const askedYears = [...due.keys()].filter(isAsked);
    return [...new Set([...byYear.keys(), ...askedYears])]
      .sort((a, b) => a - b)
      .map((year): Place => {
        const value = byYear.get(year);
        const at = key(indicator.code, year);
        const isOpen = value !== undefined && value.obsStatus !== 'Q';
        return {
          ...{ area, indicator, year, value },
          dueOn: isAsked(year) ? (due.get(year) ?? null) : null,
          // hits and revisions of a hidden cell could let its value be guessed
          hits: isOpen ? (found.get(at) ?? []) : [],
          revisions: isOpen ? (revised.get(at) ?? []) : [],
        };
      });
  });
}

const inputOf = (
  country: string,
  cycle: { year: number; dueOn: string },
  asked: readonly Place[],
  day: string,
): DataQualityInput => ({
  country,
  ...circumstances(cycle.year, cycle.dueOn, day),
  assignments: asked.map(assignmentOf),
  hits: asked.flatMap(({ indicator, value, hits }) =>
    hits.map(({ rule, severity }) => ({
      indicator: indicator.code,
      rule,
      severity,
      comment: value?.noted ?? false,
    })),
  ),
  revisions: asked.flatMap(({ revisions }) =>
    revisions.map(({ indicator, before: from, value: to, reason }) => ({
      indicator,
      from,
      to,
      reason,
    })),
  ),
});

const circumstances = (year: number, due: string, day: string) =>
  ({ cycle: { year, due }, day, view: 'PUBLIC' }) as const;

function assignmentOf({ indicator, value }: Place): Assignment {
  return {
    indicator: indicator.code,
    state: value === undefined ? 'EMPTY' : 'PUBLISHED',
    hasValue: value?.value != null,
    missingReason: value?.missingReason ?? null,
    hidden: value?.obsStatus === 'Q',
    submittedOn: value?.submittedOn ?? null,
  };
}

/** A year without a cycle is due by the end of the next year, as at the desk. */
const dueOf = ({ dueOn, year }: Place): string => dueOn ?? `${String(year + 1)}-12-31`;

const classOfPlace = (place: Place, day: string) =>
  classOf(assignmentOf(place), circumstances(place.year, dueOf(place), day));

function cellOf(place: Place, day: string): PublishedQualityCell {
  const { area, indicator, year, dueOn, value, hits, revisions } = place;
  const hidden = value?.obsStatus === 'Q';
  const submittedOn = value?.submittedOn ?? null;
  return {
    ...{ area, indicator: indicator.code, year, dueOn, hidden, submittedOn },
    class: classOfPlace(place, day),
    marks: hidden
      ? []
      : cellMarks({
          ...{ due: dueOf(place), submittedOn, obsStatus: value?.obsStatus },
          ...{ revisions: revisions.length, hits },
        }),
    missingReason: value?.missingReason ?? null,
    revisions: revisions.length,
    reason: revisions.at(-1)?.reason ?? null,
    hits: hits.map(({ code, params }) => ({
      code,
      params: Object.entries(params).map(([name, text]) => ({ name, value: text })),
    })),
  };
}
