import type { EntityManager } from '@mikro-orm/postgresql';
import type { WithdrawalInput } from '@qadam/domain';
import type { FrameArea } from './areas.ts';
import { countOf } from '../../../database/cell-columns.ts';
import { KEY_OF } from './cell-key.ts';
import type { HiddenCell } from './disclose.types.ts';
import { frameOf } from './frame.ts';
import type { Plans } from './planner.ts';
import { publishedTable, type TableName } from './published-table.ts';
import { isCount } from './standing-rows.ts';
import { withdrawnByYear } from './withdrawn-cells.ts';

interface Table {
  code: string;
  unit: string;
  year: number;
  threshold: { base: number; detailed: number };
  /** Everything withdrawn of it, cover included. */
  gone: string[];
}

/**
 * What the candidate must hide besides, in tables of indicators that are not sensitive: new figures beside a withdrawn one
 * can give it away; and the tables of which that could not be planned. Sensitive tables are planned with their withdrawn cells anyway;
 * the elements of a law are no parts of a sum.
 */
export async function besideWithdrawn(
  em: EntityManager,
  areas: FrameArea[],
  plans: Plans,
): Promise<{ hidden: HiddenCell[]; failed: TableName[] }> {
  const tables = await em.execute<Table[]>(
    `select i.code, i.unit, w.year, jsonb_build_object('base', i.threshold_base, 'detailed', i.threshold_detailed) as threshold,
       jsonb_agg(distinct ${KEY_OF('w')}) as gone
     from work.withdrawal_cell w join work.indicator i on i.code = w.indicator where not i.sensitive and i.kind <> 'MILESTONE'
     group by i.code, i.unit, w.year order by i.code, w.year`,
  );
  const hidden: HiddenCell[] = [];
  const failed: TableName[] = [];
  for (const table of tables) {
    const { code: indicator, year } = table;
    const keys = await keysBeside(em, table, areas, plans);
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

async function keysBeside(
  em: EntityManager,
  table: Table,
  areas: FrameArea[],
  plans: Plans,
): Promise<string[] | 'FAILED'> {
  const { code, unit, year, threshold, gone } = table;
  const candidate = await em.execute<{ key: string; count: string | null }[]>(
    `select ${KEY_OF('v')} as key, trim_scale(${countOf('v', '?')})::text as count
     from candidate_value v where v.indicator = ? and v.year = ? and v.value is not null order by key`,
    [unit, code, year],
  );
  const all = candidate.map(({ key }) => key);
  const published = await publishedTable(em, { indicator: code, year });
  const isCounted = candidate.every(({ count }) => isCount(count));
  if (!published.isCounted || !isCounted) {
    const touched = new Set(gone.map(areaOf));
    for (const { code: group, kind } of areas) if (kind === 'GROUP') touched.add(group);
    return all.filter((key) => touched.has(areaOf(key)));
  }
  const cells = Object.fromEntries(candidate.map(({ key, count }) => [key, count]));
  const withdrawn = (await withdrawnByYear(em, code)).get(year) ?? [];
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

function areaOf(key: string): string {
  return key.split('|')[0] ?? '';
}
