import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ApiError } from '../../graphql/api-error.ts';
import { networkOf } from '../../http/fair-use.ts';

/**
 * What is counted (docs/decisions/0036): the failures of a network, those of a network at one account, and those of all
 * networks together at one account. So many cost nothing; then each waits 1, 3, 7 … seconds, and never longer than `longest`.
 */
const LIMITS = {
  network: { free: 20, longest: 60 },
  pair: { free: 5, longest: 60 },
  account: { free: 100, longest: 1 },
} as const;

const HOUR = `interval '1 hour'`;

/** Hashed: the table must not become a list of who has an account, or from where. */
const hashOf = (name: string) => createHash('sha256').update(name).digest('hex');
const networkKey = (address: string) => `network:${hashOf(networkOf(address))}`;
const accountKey = (account: string) => `account:${hashOf(account)}`;
const pairKey = (address: string, account: string) =>
  `${accountKey(account)} ${networkKey(address)}`;

const DELAY = `(least(?::int, power(2, greatest(least(f.failures, 30) - ?::int, 0)) - 1) * interval '1 second')`;

/**
 * Counts an attempt as failed before it is made, each count in one statement, so that a thousand attempts at once do not all
 * pass the check. Refuses with RATE_LIMITED while the delay of the attempts before lasts. An hour without failures forgets
 * them. The first attempt of a network at an account is refused for nothing that others did there: whoever knows the
 * password and types it right comes in, however many keep guessing elsewhere.
 */
export async function countAttempt(
  em: EntityManager,
  address: string,
  account?: string,
): Promise<void> {
  await count(em, 'network', networkKey(address));
  if (account === undefined) return;
  const own = await count(em, 'pair', pairKey(address, account));
  if (own > 1) await count(em, 'account', accountKey(account));
}

/** The attempt succeeded: what this network failed at the account is forgotten, of the rest only this one (an attacker may own an account too). */
export async function forgiveAttempt(
  em: EntityManager,
  address: string,
  account?: string,
): Promise<void> {
  if (account !== undefined)
    await em.execute('delete from work.sign_in_failure where key = ?', [pairKey(address, account)]);
  await em.execute(
    'update work.sign_in_failure set failures = failures - 1 where key = ? and failures > 0',
    [networkKey(address)],
  );
  await em.execute(`delete from work.sign_in_failure where last_failed_at < now() - ${HOUR}`);
}

export async function forgetAttempts(em: EntityManager, account: string): Promise<void> {
  await em.execute('delete from work.sign_in_failure where starts_with(key, ?)', [
    accountKey(account),
  ]);
}

/** How many it is with this one. */
async function count(em: EntityManager, kind: keyof typeof LIMITS, key: string): Promise<number> {
  const { free, longest } = LIMITS[kind];
  const [counted] = await em.execute<{ failures: number }[]>(
    `insert into work.sign_in_failure as f (key, failures, last_failed_at) values (?, 1, now())
     on conflict (key) do update set
       failures = case when f.last_failed_at < now() - ${HOUR} then 1 else f.failures + 1 end, last_failed_at = now()
     where f.last_failed_at + ${DELAY} <= now()
     returning failures`,
    [key, longest, free],
  );
  if (counted !== undefined) return counted.failures;
  const [wait] = await em.execute<{ seconds: number }[]>(
    `select greatest(1, ceil(extract(epoch from f.last_failed_at + ${DELAY} - now())))::int as seconds
     from work.sign_in_failure f where f.key = ?`,
    [longest, free, key],
  );
  throw new ApiError('RATE_LIMITED', undefined, { retryAfter: wait?.seconds ?? 1 });
}
