import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type SeedRow, readSeedTable } from './seed-files.ts';

/**
 * Reference targets: international values with their citation. Nobody proposed or confirmed them, and they say so
 * (`reference`). Plans that officers made since stay as they are.
 */
export async function loadTargets(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into work.target_plan (id, indicator, area, version, state, baseline_year, baseline_value, baseline_source, path, points,
       tolerance, reference, citation, rationale)
     select id, indicator, area, 1, 'CONFIRMED', baseline_year, baseline_value, baseline_source, path, points, tolerance, true, citation, rationale
     from jsonb_populate_recordset(null::work.target_plan, ?::jsonb)
     on conflict (indicator, area, version) do nothing`,
    [JSON.stringify(readSeedTable('targets.csv').map(planRow))],
  );
}

function planRow(row: SeedRow): SeedRow {
  return {
    ...row,
    id: randomUUID(),
    points: pathPoints(String(row['points'])),
    tolerance: row['tolerance'] ?? '0',
  };
}

/** "2027:3;2030:5": years and values of the path, the target last. */
function pathPoints(text: string): { year: number; value: string }[] {
  return text.split(/[;|]/).map((point) => {
    const [year = '', value = ''] = point.split(':');
    return { year: Number(year), value };
  });
}
