import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { canonicalJson } from '../audit/canonical-json.ts';

const KEY = /^[\w-]{8,64}$/;

/** A request that is sent again (lost answer, double click) is answered again and not done again. */
@Injectable()
export class IdempotencyService {
  /**
   * Inside the caller's transaction: the answer is kept with the change or not at all. Kept 48 hours.
   * `T` is JSON. The same key with another request is a CONFLICT.
   */
  async once<T>(
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
    // A second request with the key waits here until the first has ended.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `${actor.id} ${key}`,
    ]);
    await em.execute(
      `delete from work.idempotent_answer where user_account = ? and created_at < now() - interval '48 hours'`,
      [actor.id],
    );
    const requestHash = createHash('sha256').update(canonicalJson(request)).digest('hex');
    const [known] = await em.execute<{ request_hash: string; answer: { of: T } }[]>(
      'select request_hash, answer from work.idempotent_answer where user_account = ? and key = ?',
      [actor.id, key],
    );
    if (known) {
      if (known.request_hash !== requestHash)
        throw new ApiError('CONFLICT', 'This idempotencyKey was used for another request.');
      return known.answer.of;
    }
    const answer = await work();
    await em.execute(
      'insert into work.idempotent_answer (user_account, key, request_hash, answer) values (?, ?, ?, ?::jsonb)',
      [actor.id, key, requestHash, JSON.stringify({ of: answer })],
    );
    return answer;
  }
}
