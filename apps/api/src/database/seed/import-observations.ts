import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Observation, Revision } from '../../features/observations/observation.entity.ts';
import { without } from '../../features/framework/without.ts';
import { db } from '../db.ts';
import { CELL_COLUMNS } from '../expressions.ts';
import { upsertRows } from '../entity-rows.ts';
import { RateScales } from './rate-scale.ts';
import { readSeedTable, type SeedRow } from './seed-files.ts';

const cellOf = (row: Readonly<Record<string, unknown>>): string =>
  CELL_COLUMNS.map((column) => row[column]).join('|');

/**
 * Figures of named public sources, up to a year: observations that are approved for release without an approver, which
 * their `via` says. A cell that exists is left alone.
 */
export async function importObservations(
  em: EntityManager,
  untilYear: number | null,
): Promise<number> {
  const scales = await RateScales.read(em);
  const known = await db(em).selectFrom('work.observation').select(CELL_COLUMNS).execute();
  const cells = new Set(known.map(cellOf));
  const fresh = readSeedTable('observations.csv')
    .filter((row) => untilYear === null || Number(row['year']) <= untilYear)
    .filter((row) => !cells.has(cellOf(row)))
    .map((row) => ({ row, id: randomUUID(), revision: randomUUID() }));
  await upsertRows(
    em,
    Observation,
    fresh.map(({ row, id, revision: currentRevision }) => ({
      ...Object.fromEntries(CELL_COLUMNS.map((column) => [column, row[column]])),
      ...{ id, state: 'APPROVED', currentRevision },
    })),
    'STAYS',
  );
  await upsertRows(
    em,
    Revision,
    fresh.map(({ row, id: observation, revision: id }) => ({
      ...without({ ...row, ...computed(row, scales) }, ...CELL_COLUMNS),
      ...{ id, observation, number: 1, via: 'SOURCE_IMPORT' },
    })),
    'STAYS',
  );
  return fresh.length;
}

/** Where the source gives the parts, the value is computed from them, exactly. */
function computed({ numerator, denominator, indicator }: SeedRow, scales: RateScales): SeedRow {
  if (typeof numerator !== 'string' || typeof denominator !== 'string') return {};
  const { value, missingReason } = scales.compute(String(indicator), numerator, denominator);
  return { value, missing_reason: missingReason };
}
