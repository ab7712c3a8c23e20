import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { ago } from '../../database/expressions.ts';
import { holdNamedLock } from '../../database/locks.ts';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { IdempotentAnswer } from './idempotent-answer.entity.ts';

const KEY = /^[\w-]{8,64}$/;

/**
 * A request that is sent again (lost answer, double click) is answered again and not done again. Inside the caller's
 * transaction: the answer is kept with the change or not at all, for 48 hours. `T` is JSON. The same key with another
 * request is a CONFLICT.
 */
export async function once<T>(
  em: EntityManager,
  actor: Actor,
  key: string,
  request: object,
  work: () => Promise<T>,
): Promise<T> {
  if (!em.isInTransaction())
    throw new Error('An idempotent answer belongs into the transaction of the change.');
  if (!KEY.test(key))
    throw new ApiError('BAD_USER_INPUT', 'idempotencyKey has 8 to 64 letters, digits, - or _.');
  // a second request with the key waits here until the first has ended
  await holdNamedLock(em, `${actor.id} ${key}`);
  await db(em)
    .deleteFrom('work.idempotent_answer')
    .where('user_account', '=', actor.id)
    .where('created_at', '<', ago('48 hours'))
    .execute();
  const requestHash = createHash('sha256').update(canonicalJson(request)).digest('hex');
  const known = await em.findOne(IdempotentAnswer, { userAccount: actor.id, key });
  if (known) {
    if (known.requestHash !== requestHash)
      throw new ApiError('CONFLICT', 'This idempotencyKey was used for another request.');
    return known.answer.of as T;
  }
  const answer = await work();
  await em.insert(IdempotentAnswer, {
    userAccount: actor.id,
    key,
    requestHash,
    answer: { of: answer },
  });
  return answer;
}
