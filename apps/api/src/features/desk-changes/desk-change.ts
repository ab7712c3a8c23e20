import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Operation } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { once } from './idempotency.ts';
import { withOtherChange } from './other-change.ts';
import { ProblemError } from '../../graphql/problem-error.ts';

export type Outcome<T> = { done: T; problems: [] } | { done: null; problems: Problem[] };

/** Every change at a desk: one transaction, once per idempotency key, and refused means nothing stored. */
@Injectable()
export class DeskChange {
  constructor(private readonly em: EntityManager) {}

  /** What `work` returns is kept as the answer to the key: ids, never values. */
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
