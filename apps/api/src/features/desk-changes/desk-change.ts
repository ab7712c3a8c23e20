import { hash } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Operation } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { ProblemError } from '../../graphql/problem.ts';
import { db } from '../../database/db.ts';
import { ago } from '../../database/expressions.ts';
import { holdNamedLock } from '../../database/locks.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { withOtherChange } from './other-change.ts';
import { IdempotentAnswer } from './idempotent-answer.entity.ts';

const KEY = /^[\w-]{8,64}$/;
/** How long a change that is sent again with the same key is not made twice. */
export const ANSWER_KEPT = '48 hours';

/**
 * Does a request only once: if it is sent again (lost answer, double click), it gets the same answer. To be called in a
 * transaction, so that the answer is kept with the change or not at all, for 48 hours. `T` is JSON. The same key with another
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
    .where('created_at', '<', ago(ANSWER_KEPT))
    .execute();
  const requestHash = hash('sha256', canonicalJson(request));
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

export type Outcome<T> = { done: T; problems: [] } | { done: null; problems: Problem[] };

/** Runs every change at a desk: in one transaction, once per idempotency key; if it is refused, nothing is stored. */
@Injectable()
export class DeskChange {
  constructor(private readonly em: EntityManager) {}

  /** The result of `work` is kept as the answer to the key, so it must be ids, never values. */
  async run<T>(
    actor: Actor,
    operation: Operation,
    input: { idempotencyKey: string },
    work: (em: EntityManager) => Promise<T>,
  ): Promise<Outcome<T>> {
    const { idempotencyKey, ...request } = input;
    try {
      const done = await this.em
        .fork()
        .transactional((em) =>
          once(em, actor, idempotencyKey, { operation, ...request }, () => work(em)),
        );
      return { done, problems: [] };
    } catch (error) {
      if (error instanceof ProblemError) {
        return { done: null, problems: await withOtherChange(this.em, error) };
      }
      throw error;
    }
  }
}
