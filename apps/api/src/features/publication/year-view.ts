import type { EntityManager } from '@mikro-orm/postgresql';
import { METHOD_VERSION } from '@qadam/domain';
import type { YearShares } from './action-cell.type.ts';
import type { AreaRow, AssessmentRowOf, Before } from './public-rows.ts';
import type { ReadRelease } from './release.reader.ts';
import { Kept } from './kept.ts';
import { countHidden, readYearFacts } from './year-facts.ts';
import { sharesUntil, standingIn, type Shares } from './year-standing.ts';

const keptShares = new Kept<Shares>(24);
const keptStandings = new Kept<AssessmentRowOf[]>(24);

interface Stored {
  areas: AreaRow[];
  assessments: AssessmentRowOf[];
  before: Before | null;
  firstYear: number | null;
}

export interface YearView {
  year: number;
  firstYear: number;
  assessments: AssessmentRowOf[];
  before: Before | null;
  /** Computed when it is asked for: a page that draws no line pays nothing. */
  history: (action: string, area: string) => Promise<YearShares>;
}

/**
 * What a page tells of a release as of a year. Of the year of the release: what it stored when it was made. Of an earlier
 * one: the same rules over the figures up to it, as known in this release, with the year before it to compare with. A release
 * that was assessed by older rules has its own year only.
 */
export async function viewOf(
  em: EntityManager,
  release: ReadRelease,
  stored: Stored,
  asked: number | null | undefined,
): Promise<YearView> {
  const { asOfYear, contentHash, sequence, methodVersion } = release;
  const { areas } = stored;
  const current = methodVersion === METHOD_VERSION;
  const firstYear = current ? Math.min(stored.firstYear ?? asOfYear, asOfYear) : asOfYear;
  const year = Math.max(firstYear, Math.min(asked ?? asOfYear, asOfYear));
  const facts = once(() => readYearFacts(em, sequence));
  const edition = once(async () => `${contentHash} ${await countHidden(em, sequence)}`);
  const shares = once(async () =>
    keptShares.get(`${await edition()} ${year}`, async () =>
      sharesUntil(await facts(), areas, firstYear, year),
    ),
  );
  const standing = async (at: number) =>
    keptStandings.get(`${await edition()} ${at}`, async () => standingIn(await facts(), areas, at));
  const history: YearView['history'] = async (action, area) =>
    current ? (await shares())(action, area) : { firstYear, percents: [] };
  if (year === asOfYear) {
    const { assessments, before } = stored;
    return { year, firstYear, assessments, before, history };
  }
  const before = year > firstYear ? (await standing(year - 1)).flatMap(beforeRow) : null;
  return {
    year,
    firstYear,
    history,
    assessments: await standing(year),
    before: before && { methodVersion, rows: before },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function beforeRow({ level, subject, area, status, detail }: AssessmentRowOf): Before['rows'] {
  if (level !== 'ACTION') return [];
  const { central } = detail['coverage'] as { central: number | null };
  return [{ subject, area, status, central }];
}

export const upTo = <T extends { year: number }>(rows: readonly T[], year: number): T[] =>
  rows.filter((row) => row.year <= year);
