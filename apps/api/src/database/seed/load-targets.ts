import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { TargetPlan } from '../../features/targets/target-plan.entity.ts';
import { upsertRows } from '../entity-rows.ts';
import { type SeedRow, readSeedTable } from './seed-files.ts';

/**
 * Reference targets: international values with their citation. Nobody proposed or confirmed them, and they say so
 * (`reference`). Plans that officers made since stay as they are.
 */
export async function loadTargets(em: EntityManager): Promise<void> {
  await upsertRows(em, TargetPlan, readSeedTable('targets.csv').map(planRow), 'STAYS');
}

function planRow(row: SeedRow): SeedRow {
  return {
    ...row,
    id: randomUUID(),
    version: 1,
    state: 'CONFIRMED',
    points: pathPoints(String(row['points'])),
    tolerance: row['tolerance'] ?? '0',
    reference: true,
  };
}

/** "2027:3;2030:5": years and values of the path, the target last. */
function pathPoints(text: string): { year: number; value: string }[] {
  return text.split(/[;|]/).map((point) => {
    const [year = '', value = ''] = point.split(':');
    return { year: Number(year), value };
  });
}
