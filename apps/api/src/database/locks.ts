import { setTimeout } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { log } from '../http/log.ts';
import { hasCode } from './error-code.ts';

/**
 * Advisory locks. The numbers are arbitrary, but each must be unique and the same in every build. Code that needs several takes them in this order,
 * to avoid deadlocks.
 */
export const LOCKS = {
  /** Migrations run in one process; the others wait, and find nothing to do. */
  MIGRATION: 720_914_092_022,
  /** The demonstration is loaded by one process. */
  DEMONSTRATION: 720_914_092_028,
  /** The outbox: due mails are read and written by one process only. */
  MAIL_PLAN: 720_914_092_026,
  /** Planned releases: one process publishes what is due, the others do nothing. */
  SCHEDULE: 720_914_092_025,
  /** Public data: only one release is built, or one withdrawal carried out, at a time. */
  RELEASE: 720_914_092_024,
  /** The framework: each change is checked against its current state, and a release reads one consistent state of it. */
  FRAMEWORK: 720_914_092_027,
  /** The audit chain: each event is chained to the one before. */
  AUDIT_CHAIN: 720_914_092_023,
} as const;

/** Waits for the lock and holds it until the caller's transaction ends. */
export async function holdLock(
  em: EntityManager,
  lock: Exclude<keyof typeof LOCKS, 'MIGRATION' | 'DEMONSTRATION' | 'SCHEDULE'>,
): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(?)', [LOCKS[lock]]);
}

/** The same for a lock with any name. */
export async function holdNamedLock(em: EntityManager, name: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}

/** Takes the lock until the transaction ends; returns false at once if another transaction has it. */
export async function tryLock(em: EntityManager, lock: 'SCHEDULE'): Promise<boolean> {
  const [answer] = await em.execute<{ held: boolean }[]>(
    'select pg_try_advisory_xact_lock(?) as held',
    [LOCKS[lock]],
  );
  return answer?.held === true;
}

/** A lock that was held for too long, or a deadlock. */
export const LOCKED = /^(55P03|40P01)$/;
const PAUSES_MS = [1_000, 3_000, 10_000];

/**
 * Migrations and policies need locks that no reader can share. While another process serves, the transaction may fail for that; then it is run again
 * after a pause.
 */
export async function untilUnlocked(
  work: () => Promise<void>,
  pauses: readonly number[] = PAUSES_MS,
): Promise<void> {
  const [pause, ...others] = pauses;
  try {
    await work();
  } catch (error) {
    if (pause === undefined || !hasCode(error, LOCKED)) throw error;
    log.warn({ err: error }, 'tables to be changed are in use; it is tried again');
    await setTimeout(pause);
    await untilUnlocked(work, others);
  }
}
