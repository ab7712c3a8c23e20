import type { EntityManager } from '@mikro-orm/postgresql';
import { hiddenWithSuppressed, suppressedTogether } from '@qadam/domain';
import { sql } from 'kysely';
import { by, rowsAs, sameCell, samePart } from '../../../database/expressions.ts';
import type { MeasuredIndicator } from '../../framework/shared-counts.ts';
import { some, stage } from '../stage.ts';
import { hiddenWithWithdrawn } from './hidden-with-withdrawn.ts';
import { type GuardedCells, guardedCells, withdrawnCells } from './withdrawn-cells.ts';
import { filledIndicators, memberFacts, type MemberFacts, readClusters } from './cluster-facts.ts';
import type { Disclosure, HiddenCell } from './disclose.types.ts';
import { type FrameArea, groupsOf, readAreas } from './frame.ts';
import { missingLinks } from './missing-links.ts';
import type { ClusterFacts, PlannedYear } from './plan-tables.ts';
import type { Plans } from './planner.ts';
import { type TableName, tableName } from './published-table.ts';
import { cellId, keyOf, TOMBSTONE } from './cell-key.ts';

/** What the staged candidate holds, shown or not. */
interface Staged {
  /** Clusters of indicators that are planned together, if at least one of them has a figure. */
  clusters: readonly MeasuredIndicator[][];
  areas: FrameArea[];
  annual: boolean;
  suppressed: readonly HiddenCell[];
  withdrawn: readonly HiddenCell[];
}

/** Decides what the release shows of the staged candidate. Throws NotPlanned if the plans for that take longer than a moment. */
export async function disclose(
  em: EntityManager,
  annual: boolean,
  plans: Plans,
): Promise<Disclosure> {
  const clusters = await readClusters(em);
  await spreadSuppressed(em, clusters);
  const areas = await readAreas(em);
  const filled = await filledIndicators(em);
  const staged = {
    // a cluster without any figure needs neither reading nor planning
    clusters: clusters.filter((indicators) => indicators.some(({ code }) => filled.has(code))),
    areas,
    annual,
    suppressed: await hiddenBesideSuppressed(em, areas),
    withdrawn: await withdrawnCells(em),
  };
  const decided = await plans.soon(() => decide(em, staged, plans));
  return { ...decided, missingLinks: await missingLinks(em, decided) };
}

/**
 * Decides for every cluster and year. Plans that are still missing are requested and left out of the result; all facts are read first, so that every
 * missing plan is requested.
 */
async function decide(em: EntityManager, staged: Staged, plans: Plans): Promise<Disclosure> {
  const { clusters, areas, annual, suppressed, withdrawn } = staged;
  const result: Disclosure = {
    hidden: [...suppressed],
    partless: [],
    secret: [],
    held: [],
    withheld: [],
    problems: [],
    changed: [],
    missingLinks: [],
  };
  const beside = new Set(suppressed.map(cellId));
  const guarded = guardedCells(withdrawn);
  for (const indicators of clusters) {
    const years = await readYears(em, indicators, beside, guarded);
    const facts: ClusterFacts = { indicators, areas, annual, years };
    const found = await plans.findInTurns('tables', facts);
    if (found === 'FAILED') holdBack(result, reportedTables(facts));
    else for (const planned of found?.plan ?? []) collect(result, facts, planned);
  }
  const known = new Set(result.hidden.map(cellId));
  const besideThem = await hiddenWithWithdrawn(em, areas, guarded, plans);
  for (const table of besideThem.failed) holdBack(result, [table]);
  for (const cell of [...withdrawn, ...besideThem.hidden])
    if (!known.has(cellId(cell))) result.hidden.push(cell);
  return result;
}

/**
 * Holds back tables that could not be planned; they stop the release. Tables that are planned together are one problem, which names the first of
 * them.
 */
function holdBack(result: Disclosure, tables: readonly TableName[]): void {
  const held = new Set(result.held.map(tableName));
  for (const table of tables)
    if (!held.has(tableName(table))) result.held.push({ ...table, reasons: ['NOT_PLANNED'] });
  const [first] = tables;
  if (first) result.problems.push({ code: 'NOT_PLANNED', ...first, cell: '' });
}

const reportedTables = (cluster: ClusterFacts): TableName[] =>
  cluster.years.flatMap(({ year, facts }) =>
    reportedIn(cluster, facts).map((indicator) => ({ indicator, year })),
  );

const reportedIn = ({ indicators }: ClusterFacts, facts: Record<string, MemberFacts>): string[] =>
  indicators.map(({ code }) => code).filter((code) => (facts[code]?.cells.length ?? 0) > 0);

/** The years in which the candidate or a release holds figures of the cluster. */
async function readYears(
  em: EntityManager,
  indicators: readonly MeasuredIndicator[],
  beside: ReadonlySet<string>,
  guarded: GuardedCells,
): Promise<ClusterFacts['years']> {
  const years = new Map<number, Record<string, MemberFacts>>();
  for (const indicator of indicators) {
    const { code } = indicator;
    for (const [year, facts] of await memberFacts(em, indicator, guarded)) {
      const cells = facts.cells.filter(
        ({ key }) => !beside.has(cellId({ indicator: code, year, key })),
      );
      years.set(year, { ...years.get(year), [code]: { ...facts, cells } });
    }
  }
  return [...years].map(([year, facts]) => ({ year, facts }));
}

function collect(result: Disclosure, cluster: ClusterFacts, { year, plan }: PlannedYear) {
  for (const { code, indicator, cell } of plan.problems)
    result.problems.push({ code, indicator, year, cell });
  const facts = cluster.years.find((one) => one.year === year)?.facts ?? {};
  if (plan.outcome !== 'PLANNED') {
    for (const indicator of reportedIn(cluster, facts))
      result.held.push({ indicator, year, reasons: [...plan.reasons] });
    return;
  }
  for (const member of plan.members) {
    const at = { indicator: member.code, year };
    for (const row of member.hidden) result.hidden.push({ ...at, ...row });
    for (const count of member.secret) result.secret.push({ ...at, ...count });
    for (const key of member.partless) result.partless.push({ ...at, key });
    const faces = new Map(member.withheld.map((one) => [`${one.area} ${one.face}`, one]));
    for (const { area, face, reason } of faces.values())
      result.withheld.push({ ...at, area, face, reason });
    if (member.held && (facts[member.code]?.cells.length ?? 0) > 0)
      result.changed.push({ ...at, ...member.held });
  }
}

/** A figure that a ministry suppressed in one indicator is hidden in all indicators that share its count. */
async function spreadSuppressed(
  em: EntityManager,
  clusters: readonly (readonly MeasuredIndicator[])[],
): Promise<void> {
  const pairs = clusters.flatMap(suppressedTogether);
  await stage(em)
    .updateTable('candidate_value as v')
    .from([rowsAs('p', { suppressed: 'text', other: 'text' }, pairs), 'candidate_value as s'])
    .set(TOMBSTONE)
    .whereRef('s.indicator', '=', 'p.suppressed')
    .whereRef('v.indicator', '=', 'p.other')
    .where('v.obs_status', '<>', 'Q')
    .where('s.obs_status', '=', 'Q')
    .where(sameCell('s', 'v', ['area', 'year']))
    .where(samePart('v', 's'))
    .execute();
}

/** What must be hidden because of values that a ministry suppressed itself, ordered by indicator, year and key. */
async function hiddenBesideSuppressed(
  em: EntityManager,
  areas: readonly FrameArea[],
): Promise<HiddenCell[]> {
  const rows = await stage(em)
    .selectFrom('candidate_value as v')
    .innerJoin('candidate_indicator as i', 'i.code', 'v.indicator')
    .select(['v.indicator', 'v.year', 'i.scope', 'v.obs_status', keyOf('v').as('key')])
    .where('i.kind', '<>', 'MILESTONE')
    .where((eb) => eb.or([eb('v.value', 'is not', null), eb('v.obs_status', '=', 'Q')]))
    .where(
      some(
        'candidate_value as s',
        sql`s.obs_status = 'Q'`,
        sameCell('s', 'v', ['indicator', 'year']),
      ),
    )
    .$call(by('v.indicator', 'v.year', 'key'))
    .execute();
  const groups = groupsOf(areas);
  return [...Map.groupBy(rows, tableName).values()].flatMap((table) => {
    const keys = (isHidden: boolean) =>
      table.flatMap(({ key, obs_status }) => ((obs_status === 'Q') === isHidden ? [key] : []));
    return table
      .slice(0, 1)
      .flatMap(({ indicator, year, scope }) =>
        hiddenWithSuppressed({ scope, groups, shown: keys(false), suppressed: keys(true) }).map(
          (cell) => ({ indicator, year, primary: false, ...cell }),
        ),
      );
  });
}
