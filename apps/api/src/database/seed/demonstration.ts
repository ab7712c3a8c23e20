import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { AuditService } from '../../features/audit/audit.service.ts';
import { Planner, type Plans } from '../../features/releases/disclosure/planner.ts';
import { Release } from '../../features/publication/release.entity.ts';
import { ReleasesService } from '../../features/releases/releases.service.ts';
import { ensureDemoAccounts } from '../../features/users/demo-accounts.ts';
import { importObservations } from './import-observations.ts';
import { loadCycle, readCycle } from './load-cycle.ts';
import { loadFramework } from './load-framework.ts';
import { loadSamples } from './load-samples.ts';
import { readSeedJson } from './seed-files.ts';

interface ReleaseEntry {
  number: string;
  asOfYear: number;
  untilYear: number | null;
  note: Record<string, string>;
}

/**
 * Real, cited figures in releases that the product's own code builds, and an open cycle with samples for trying the desks.
 * Repeating it changes nothing.
 */
export async function loadDemonstration(orm: MikroORM): Promise<void> {
  const em = orm.em.fork() as EntityManager;
  await loadFramework(em);
  // Before the releases: each of them holds the assignments of its time.
  const cycle = readCycle();
  await em.transactional((tx) => loadCycle(tx, cycle));
  for (const entry of readSeedJson('releases.json') as ReleaseEntry[]) await publishOnce(em, entry);
  await em.transactional(async (tx) => {
    await ensureDemoAccounts(tx);
    await loadSamples(tx, cycle.year, cycle.samples);
  });
}

/** The figures of an entry and the release that holds them come together or not at all. */
async function publishOnce(em: EntityManager, entry: ReleaseEntry): Promise<void> {
  if ((await em.count(Release, { number: entry.number })) > 0) return;
  const audit = new AuditService();
  const planner = new Planner();
  const releases = new ReleasesService(em, audit, planner);
  const publication = { ...entry, annual: true };
  const publish = async (tx: EntityManager, plans: Plans) => {
    const values = await importObservations(tx, entry.untilYear);
    await audit.record(tx, null, 'IMPORT_SOURCES', 'demonstration', {
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
