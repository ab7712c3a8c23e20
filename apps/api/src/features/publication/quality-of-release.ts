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
import { rowsOnPage } from './numbered-page.ts';
import { toArea } from './page-parts.ts';
import type { QualityIndicatorRow, QualityRows, QualityValueRow } from './quality-rows.ts';
import type { ReadRelease } from './release.reader.ts';

/** More than any release so far has, so that its grid is whole. */
const INDICATORS = 100;

/** A place of the grid with everything a release knows of it. */
interface Place {
  area: string;
  indicator: QualityIndicatorRow;
  year: number;
  dueOn: string | null;
  value: QualityValueRow | undefined;
  hits: readonly CellHit[];
  revisions: QualityRows['revisions'];
}

/** What the rules say of a country: of a release it never changes, and each language and page tells of the same. */
interface JudgedCountry {
  country: AreaRow;
  facts: Omit<PublishedQualityArea, 'area'>;
  cells: PublishedQualityCell[];
}

export interface JudgedQuality {
  indicators: Pick<QualityIndicatorRow, 'code' | 'name'>[];
  countries: JudgedCountry[];
}

/** The day of the figures is the day of the release (release-day.ts), so it never changes. */
export function judgeQuality(
  { publishedAt }: Pick<ReadRelease, 'publishedAt'>,
  countries: readonly AreaRow[],
  read: QualityRows,
): JudgedQuality {
  const day = publishedAt.slice(0, 10);
  return {
    indicators: read.indicators.map(({ code, name }) => ({ code, name })),
    countries: countries.map((country) => {
      const places = placesOf(country.code, read);
      return {
        country,
        facts: factsOfCountry(country.code, places, read, day),
        cells: places.map((place) => cellOf(place, day)),
      };
    }),
  };
}

/** In a language: counts of all, and the cells of a page of indicators. Null where there is none of that number. */
export function tellQuality(
  release: ReadRelease,
  { indicators, countries }: JudgedQuality,
  lang: Language,
  page: number,
): PublishedQuality | null {
  const listed = rowsOnPage(indicators, page, INDICATORS);
  if (!listed) return null;
  const here = new Set(listed.rows.map(({ code }) => code));
  const all = countries.flatMap(({ cells }) => cells);
  const present = new Set(all.map(({ indicator }) => indicator));
  const come = new Set(all.flatMap((cell) => (cell.class === 'notDue' ? [] : [cell.indicator])));
  return {
    release,
    page,
    pages: listed.pages,
    indicatorCount: indicators.length,
    silentCount: present.size - come.size,
    areas: countries.map(({ country, facts }) => ({ area: toArea(country, lang), ...facts })),
    indicators: listed.rows
      .filter(({ code }) => present.has(code))
      .map(({ code, name }) => ({ code, name: pickText(name, lang) })),
    years: [...new Set(all.map(({ year }) => year))].sort((a, b) => a - b),
    counts: countKinds(all),
    cells: all.filter(({ indicator }) => here.has(indicator)),
  };
}

/** How many cells are alike in all that their look is made of. */
function countKinds(cells: readonly PublishedQualityCell[]): PublishedQualityCount[] {
  const kinds = new Map<string, PublishedQualityCount>();
  for (const cell of cells) {
    const kind = {
      ...{ class: cell.class, marks: cell.marks, hidden: cell.hidden },
      ...{ submitted: cell.submittedOn !== null, questioned: cell.hits.length > 0 },
    };
    const key = Object.values(kind).join();
    const found = kinds.get(key);
    if (found) found.count += 1;
    else kinds.set(key, { ...kind, count: 1 });
  }
  return [...kinds.values()];
}

/** Every cell that was asked for or that holds something, in the order of indicators and years. */
function placesOf(area: string, read: QualityRows): Place[] {
  const due = new Map(read.cycles.map(({ year, dueOn }) => [year, dueOn]));
  const key = (indicator: string, year: number) => `${indicator} ${String(year)}`;
  const own = <T extends { area: string }>(list: readonly T[]) =>
    list.filter((one) => one.area === area);
  const values = Map.groupBy(own(read.values), ({ indicator }) => indicator);
  const asked = new Set(own(read.assignments).map(({ indicator, cycle }) => key(indicator, cycle)));
  const revised = Map.groupBy(own(read.revisions), ({ indicator, year }) => key(indicator, year));
  const found = new Map(
    own(read.hits).map(({ indicator, year, hits }) => [key(indicator, year), hits]),
  );
  return read.indicators.flatMap((indicator) => {
    const byYear = new Map((values.get(indicator.code) ?? []).map((value) => [value.year, value]));
    const isAsked = (year: number) => asked.has(key(indicator.code, year));
    const cycles = read.cycles.map(({ year }) => year).filter(isAsked);
    return [...new Set([...byYear.keys(), ...cycles])]
      .sort((a, b) => a - b)
      .map((year): Place => {
        const value = byYear.get(year);
        const at = key(indicator.code, year);
        const isOpen = value !== undefined && value.obsStatus !== 'Q';
        return {
          ...{ area, indicator, year, value },
          dueOn: isAsked(year) ? (due.get(year) ?? null) : null,
          // nothing of a hidden cell may let its value be guessed
          hits: isOpen ? (found.get(at) ?? []) : [],
          revisions: isOpen ? (revised.get(at) ?? []) : [],
        };
      });
  });
}

function factsOfCountry(
  country: string,
  places: readonly Place[],
  { cycles }: QualityRows,
  day: string,
): JudgedCountry['facts'] {
  const byYear = Map.groupBy(places, ({ year }) => year);
  const askedIn = (year: number) => (byYear.get(year) ?? []).filter(({ dueOn }) => dueOn !== null);
  const newest = cycles.findLast(({ year }) => askedIn(year).length > 0);
  return {
    cycle: newest
      ? {
          ...newest,
          ...factsOf(dataQuality(inputOf(country, newest, askedIn(newest.year), day))),
        }
      : null,
    years: [...byYear]
      .sort(([a], [b]) => a - b)
      .map(([year, cells]) => ({
        year,
        reported: cells.filter((place) => classOfPlace(place, day) === 'reported').length,
        assigned: askedIn(year).length || null,
      })),
  };
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

/** A year without a cycle is due with the end of the next one, as at the desk. */
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
