import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ApiError } from '../../graphql/api-error.ts';

/** Failures that cost nothing; then 1, 3, 7 … seconds, at most a minute: an attacker is slowed down, an owner never locked out. */
const FREE = { account: 5, address: 20 } as const;
const MAX_DELAY = 60;

export type DelayKind = keyof typeof FREE;

/** Hashed: the table must not become a list of who has an account. */
const keyOf = (kind: DelayKind, name: string) =>
  `${kind}:${createHash('sha256').update(name).digest('hex')}`;

const delayOf = (row: string) =>
  `(least(?::int, power(2, greatest(least(${row}.failures, 30) - ?::int, 0)) - 1) * interval '1 second')`;

/**
 * Counts an attempt as failed before it is made, in one statement, so that a thousand attempts at once do not all pass the check.
 * Refuses with RATE_LIMITED while the delay of the attempts before lasts. An hour without failures forgets them.
 */
export async function countAttempt(
  em: EntityManager,
  kind: DelayKind,
  name: string,
): Promise<void> {
  const key = keyOf(kind, name);
  const counted = await em.execute<unknown[]>(
    `insert into work.sign_in_failure as f (key, failures, last_failed_at) values (?, 1, now())
     on conflict (key) do update set
       failures = case when f.last_failed_at < now() - interval '1 hour' then 1 else f.failures + 1 end, last_failed_at = now()
     where f.last_failed_at + ${delayOf('f')} <= now()
     returning failures`,
    [key, MAX_DELAY, FREE[kind]],
  );
  if (counted.length > 0) return;
  const [wait] = await em.execute<{ seconds: number }[]>(
    `select greatest(1, ceil(extract(epoch from f.last_failed_at + ${delayOf('f')} - now())))::int as seconds
     from work.sign_in_failure f where f.key = ?`,
    [MAX_DELAY, FREE[kind], key],
  );
  throw new ApiError('RATE_LIMITED', undefined, { retryAfter: wait?.seconds ?? 1 });
}

/** The attempt succeeded: the account's failures are forgotten, of the address's only this one (an attacker may own an account too). */
export async function forgiveAttempt(
  em: EntityManager,
  account: string,
  address: string,
): Promise<void> {
  await forgetAttempts(em, account);
  await em.execute(
    'update work.sign_in_failure set failures = failures - 1 where key = ? and failures > 0',
    [keyOf('address', address)],
  );
}

export async function forgetAttempts(em: EntityManager, account: string): Promise<void> {
  await em.execute('delete from work.sign_in_failure where key = ?', [keyOf('account', account)]);
}
