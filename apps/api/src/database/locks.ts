import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Advisory locks: any numbers, but each its own, and the same in every build. Who holds several takes them in this order,
 * so that nobody waits in a circle.
 */
export const LOCKS = {
  /** Migrations run in one process; the others wait, and find nothing to do. */
  MIGRATION: 720_914_092_022,
  /** The outbox: what is due is read and written once. */
  MAIL_PLAN: 720_914_092_026,
  /** Planned releases: one process publishes what is due, the others pass by. */
  SCHEDULE: 720_914_092_025,
  /** What is public: one release is built, or one withdrawal carried out, at a time. */
  RELEASE: 720_914_092_024,
  /** The framework: each change is judged against what really is, and a release reads one framework. */
  FRAMEWORK: 720_914_092_027,
  /** The audit chain: each event is chained to the last. */
  AUDIT_CHAIN: 720_914_092_023,
} as const;

/** Waits for the lock; the caller's transaction holds it until it ends. */
export async function holdLock(
  em: EntityManager,
  lock: Exclude<keyof typeof LOCKS, 'MIGRATION' | 'SCHEDULE'>,
): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(?)', [LOCKS[lock]]);
}

/** The same for a lock of any name. */
export async function holdNamedLock(em: EntityManager, name: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}

/** Takes the lock until the transaction ends, or answers at once that another has it. */
export async function tryLock(em: EntityManager, lock: 'SCHEDULE'): Promise<boolean> {
  const [answer] = await em.execute<{ held: boolean }[]>(
    'select pg_try_advisory_xact_lock(?) as held',
    [LOCKS[lock]],
  );
  return answer?.held === true;
}
