import type { EntityManager } from '@mikro-orm/postgresql';
import { hiddenWithoutCounts, type WithdrawalInput } from '@qadam/domain';
import { sql } from 'kysely';
import { by, countOf } from '../../../database/expressions.ts';
import { stage } from '../stage.ts';
import { keyOf, thresholdIn } from './cell-key.ts';
import type { HiddenCell } from './disclose.types.ts';
import { isCount, publishedTable, type TableName } from './published-table.ts';
import { type FrameArea, frameOf, groupsOf } from './frame.ts';
import type { Plans } from './planner.ts';
import { type GuardedCells, guardedIn } from './withdrawn-cells.ts';

/**
 * What else the candidate must hide in tables of indicators that are not sensitive, because new figures next to a withdrawn one can give it away; and
 * the tables for which that could not be planned. Sensitive tables are planned with their withdrawn cells anyway, and the elements of a law do not
 * add up to a sum.
 */
export async function hiddenWithWithdrawn(
  em: EntityManager,
  areas: FrameArea[],
  guarded: GuardedCells,
  plans: Plans,
): Promise<{ hidden: HiddenCell[]; failed: TableName[] }> {
  const tables = await withdrawnTables(em);
  const hidden: HiddenCell[] = [];
  const failed: TableName[] = [];
  for (const table of tables) {
    const { code: indicator, year } = table;
    const keys = await keysHiddenWith(em, table, { areas, guarded, plans });
    if (keys === 'FAILED') {
      failed.push({ indicator, year });
      continue;
    }
    hidden.push(
      ...keys.map((key) => ({ indicator, year, key, primary: false, why: 'COVER' as const })),
    );
  }
  return { hidden, failed };
}

/** Tables with withdrawn cells, with the keys of all that is gone, cover included. */
const withdrawnTables = (em: EntityManager) =>
  stage(em)
    .selectFrom('work.withdrawal_cell as w')
    .innerJoin('work.indicator as i', 'i.code', 'w.indicator')
    .select(['i.code', 'w.year'])
    .select(thresholdIn('i').as('threshold'))
    .select(sql<string[]>`jsonb_agg(distinct ${keyOf('w')})`.as('gone'))
    .where('i.sensitive', '=', false)
    .where('i.kind', '<>', 'MILESTONE')
    .groupBy(['i.code', 'w.year'])
    .$call(by('i.code', 'w.year'))
    .execute();

type Table = Awaited<ReturnType<typeof withdrawnTables>>[number];

async function keysHiddenWith(
  em: EntityManager,
  table: Table,
  { areas, guarded, plans }: { areas: FrameArea[]; guarded: GuardedCells; plans: Plans },
): Promise<string[] | 'FAILED'> {
  const { code, year, threshold, gone } = table;
  const candidate = await stage(em)
    .selectFrom('candidate_value as v')
    .innerJoin('candidate_indicator as i', 'i.code', 'v.indicator')
    .select([keyOf('v').as('key'), countOf('v', 'i.unit').as('count')])
    .where('v.indicator', '=', code)
    .where('v.year', '=', year)
    .where('v.value', 'is not', null)
    .orderBy('key')
    .execute();
  const all = candidate.map(({ key }) => key);
  const published = await publishedTable(em, { indicator: code, year });
  const isCounted = candidate.every(({ count }) => isCount(count));
  if (!published.isCounted || !isCounted) return hiddenWithoutCounts(all, gone, groupsOf(areas));
  const cells = Object.fromEntries(candidate.map(({ key, count }) => [key, count]));
  const withdrawn = guardedIn(guarded, { indicator: code, year });
  const earlier = published.releases;
  const keys = [...all, ...earlier.flatMap((release) => Object.keys(release.cells))];
  const input: WithdrawalInput = {
    ...frameOf(areas, threshold, keys),
    guardsSmall: false,
    withdrawn,
    releases: [...earlier, { release: 'candidate', cells, hidden: gone }],
  };
  const found = plans.find('beside', { table: input, gone });
  return found === 'FAILED' ? found : (found?.plan ?? all);
}
