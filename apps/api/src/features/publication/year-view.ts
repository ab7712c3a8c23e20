import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type Direction,
  type LevelPart,
  levelParts,
  METHOD_VERSION,
  type PartIndicator,
} from '@qadam/domain';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { actionFacts, judgedFacts } from '../../assessments/facts.ts';
import { publicDb } from '../../database/db.ts';
import { actionRows } from '../../assessments/action-rows.ts';
import { inTurns, judgedRow } from '../../assessments/judged.ts';
import { releasedRows } from './rows-as-of.ts';
import { tallied, tally } from './tally.ts';
import type { AreaRow, AssessmentRowOf, Before, LinkRow } from './public-rows.ts';
import type { ReadRelease } from './release.reader.ts';
import { toReleasedAction } from './compared.ts';
import { Memo } from '../../http/memo.ts';
import { assessmentFinder, upTo } from './by-cell.ts';

type YearFacts = Awaited<ReturnType<typeof readYearFacts>>;

/** A baseline with neither value nor rationale is hidden. */
const isBaselineHidden = sql<boolean>`(t.baseline_year is not null and t.baseline_value is null and t.rationale = '{}')`;

/** The same figures that the release was assessed from, read back from what it published. */
export const readYearFacts = (em: EntityManager, at: number) =>
  publicDb(em)
    .selectNoFrom([
      jsonArrayFrom(judgedFacts(releasedRows(at), isBaselineHidden)).as('indicators'),
      jsonArrayFrom(actionFacts(releasedRows(at))).as('actions'),
    ])
    .executeTakeFirstOrThrow();

/** How many cells of a release are hidden. A release is frozen except for cells withdrawn for safety, and each of those raises the number. */
export async function countHidden(em: EntityManager, at: number): Promise<number> {
  const { count } = await publicDb(em)
    .selectNoFrom(tally(at).select(tallied('hidden')).$asScalar().$notNull().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const keptStandings = new Memo<AssessmentRowOf[]>(24);

/** What was read for a page; without `firstYear` if no year is asked for, without `before` if no change is. */
interface Stored {
  areas: readonly AreaRow[];
  links: readonly LinkRow[];
  indicatorOf: ReadonlyMap<string, { direction: Direction }>;
  assessments: AssessmentRowOf[];
  before?: Before | null;
  firstYear?: number;
}

/** What actions are compared by; `parts` is undefined if the action did not exist. */
interface Compared {
  methodVersion: string;
  parts: (action: string, area: string) => readonly LevelPart[] | undefined;
}

export interface YearView {
  year: number;
  firstYear: number;
  assessments: AssessmentRowOf[];
  now: Compared;
  /** The previous release; for an earlier year, the year before it. Null before the first. */
  before: Compared | null;
}

/** The last year that a page may show, so that no figure of a later year is read. */
export const lastYear = (
  { asOfYear, methodVersion }: ReadRelease,
  asked: number | null | undefined,
) => (methodVersion === METHOD_VERSION ? Math.min(asked ?? asOfYear, asOfYear) : asOfYear);

/**
 * A release as of a year. For the year of the release: what was stored when it was made. For an earlier year: the same rules applied to the figures
 * up to it, as known in this release, compared with the year before. A release that was assessed by older rules has only its own year.
 */
export async function viewOf(
  em: EntityManager,
  release: ReadRelease,
  stored: Stored,
  asked: number | null | undefined,
): Promise<YearView> {
  const { asOfYear, contentHash, sequence, methodVersion } = release;
  const { areas, links, indicatorOf } = stored;
  const current = methodVersion === METHOD_VERSION;
  const firstYear = current ? Math.min(stored.firstYear ?? asOfYear, asOfYear) : asOfYear;
  const year = Math.max(firstYear, Math.min(asked ?? asOfYear, asOfYear));
  const comparedBy = (assessments: readonly AssessmentRowOf[]): Compared => ({
    methodVersion,
    parts: partsIn(assessments, links, indicatorOf),
  });
  if (year === asOfYear) {
    const { assessments, before = null } = stored;
    const now = comparedBy(assessments);
    return { year, firstYear, assessments, now, before: before && released(before) };
  }
  const facts = once(() => readYearFacts(em, sequence));
  const edition = `${contentHash} ${await countHidden(em, sequence)}`;
  const standing = (at: number) =>
    keptStandings.get(`${edition} ${at}`, async () => assessmentsOf(await facts(), areas, at));
  const assessments = await standing(year);
  return {
    year,
    firstYear,
    assessments,
    now: comparedBy(assessments),
    before: year > firstYear ? comparedBy(await standing(year - 1)) : null,
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function released({ methodVersion, actions }: Before): Compared {
  const found = new Map(
    actions.map((row) => [`${row.action} ${row.country}`, toReleasedAction(row).parts]),
  );
  return { methodVersion, parts: (action, area) => found.get(`${action} ${area}`) };
}

/** What an action is compared by in an area: its headline indicators, of a law its elements. */
type Parts = (action: string, area: string) => LevelPart[];

function partsIn(
  assessments: readonly AssessmentRowOf[],
  links: readonly LinkRow[],
  indicatorOf: Stored['indicatorOf'],
): Parts {
  const finders = once(() => ({
    assessed: assessmentFinder(assessments, 'INDICATOR'),
    linksOf: Map.groupBy(links, (link) => link.action),
  }));
  return (action, area) =>
    levelParts(
      (finders().linksOf.get(action) ?? []).flatMap(
        ({ indicator: code, role, weight }): PartIndicator[] => {
          const row = finders().assessed(code, area);
          if (!row) return [];
          const { reason, elements } = row.detail;
          const direction = indicatorOf.get(code)?.direction ?? null;
          return [{ code, role, weight, direction, level: row.level, reason, elements }];
        },
      ),
    );
}

/** How far every indicator and action was in a year: figures of later years are left out, the plans are those of the release. */
export async function assessmentsOf(facts: YearFacts, areas: readonly AreaRow[], year: number) {
  const indicators = await inTurns(facts.indicators, ({ observations, elements, ...rest }) =>
    judgedRow(
      {
        ...rest,
        observations: upTo(observations, year),
        elements: elements.map((one) => ({ ...one, observations: upTo(one.observations, year) })),
      },
      year,
    ),
  );
  return [...indicators, ...actionRows(indicators, facts.actions, areas)];
}
