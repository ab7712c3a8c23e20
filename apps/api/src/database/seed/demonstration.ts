import { randomUUID } from 'node:crypto';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { recordEvent } from '../../features/audit/chain.ts';
import { Planner, type Plans } from '../../features/releases/disclosure/planner.ts';
import { Release } from '../../features/publication/release.entity.ts';
import { ReleasesService } from '../../features/releases/releases.service.ts';
import { ensureDemoAccounts } from '../../features/users/demo-accounts.ts';
import { Observation, Revision } from '../../features/observations/observation.entity.ts';
import { without } from '../../features/framework/without.ts';
import { db } from '../db.ts';
import { CELL_COLUMNS } from '../expressions.ts';
import { upsertRows } from '../entity-rows.ts';
import { LOCKS } from '../locks.ts';
import { noEntities, ormConfig, withOrm } from '../orm.config.ts';
import { loadCycle, readCycle } from './load-cycle.ts';
import { loadFramework } from './load-framework.ts';
import { loadSamples } from './load-samples.ts';
import { RateScales } from './rate-scale.ts';
import { readSeedJson, readSeedTable, type SeedRow } from './seed-files.ts';

interface ReleaseEntry {
  number: string;
  asOfYear: number;
  untilYear: number | null;
  note: Record<string, string>;
}

/**
 * Loads real, cited figures, in releases built by the product's own code, and an open cycle with samples for trying the desks. Running it again
 * changes nothing, and if several processes start at once, one loads it and the others wait.
 */
export async function loadDemonstration(orm: MikroORM): Promise<void> {
  // a connection of its own, without time limits: the lock outlasts the transactions in which things are loaded
  const waiting = ormConfig(
    String(orm.config.get('clientUrl')),
    { ...noEntities(), pool: { min: 1, max: 1 } },
    { application_name: 'qadam-demonstration', keepAlive: true },
  );
  // the end of the connection releases the lock
  await withOrm(waiting, async ({ em }) => {
    await em.execute('select pg_advisory_lock(?)', [LOCKS.DEMONSTRATION]);
    await load(orm.em.fork());
  });
}

async function load(em: EntityManager): Promise<void> {
  await loadFramework(em);
  // before the releases, because each of them records the assignments of its time
  const cycle = readCycle();
  await em.transactional((tx) => loadCycle(tx, cycle));
  for (const entry of readSeedJson('releases.json') as ReleaseEntry[]) await publishOnce(em, entry);
  await em.transactional(async (tx) => {
    await ensureDemoAccounts(tx);
    await loadSamples(tx, cycle.year, cycle.samples);
  });
}

/** Adds the figures of an entry and the release that publishes them together or not at all. */
async function publishOnce(em: EntityManager, entry: ReleaseEntry): Promise<void> {
  if ((await em.count(Release, { number: entry.number })) > 0) return;
  const planner = new Planner();
  const releases = new ReleasesService(em, planner);
  const publication = { ...entry, annual: true };
  const publish = async (tx: EntityManager, plans: Plans) => {
    const values = await importObservations(tx, entry.untilYear);
    await recordEvent(tx, null, 'IMPORT_SOURCES', 'demonstration', {
      after: { values, untilYear: entry.untilYear },
    });
    const preview = await releases.prepare(tx, publication, plans);
    const { problems } = await releases.write(tx, null, publication, preview);
    if (problems.length > 0)
      throw new Error(
        `The demonstration's release ${entry.number} was refused: ${JSON.stringify(problems)}`,
      );
  };
  await planner.attempt((plans) => em.transactional((tx) => publish(tx, plans)));
}

const cellOf = (row: Readonly<Record<string, unknown>>): string =>
  CELL_COLUMNS.map((column) => row[column]).join('|');

/**
 * Figures of named public sources, up to a year: observations approved for release without an approver, as their `via` shows. A cell that exists is
 * left alone.
 */
async function importObservations(em: EntityManager, untilYear: number | null) {
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
      ...{ id, observation, area: row['area'], number: 1, via: 'SOURCE_IMPORT' },
    })),
    'STAYS',
  );
  return fresh.length;
}

/** If the source gives numerator and denominator, the value is computed from them, exactly. */
function computed({ numerator, denominator, indicator }: SeedRow, scales: RateScales): SeedRow {
  if (typeof numerator !== 'string' || typeof denominator !== 'string') return {};
  const { value, missingReason } = scales.compute(String(indicator), numerator, denominator);
  return { value, missing_reason: missingReason };
}
