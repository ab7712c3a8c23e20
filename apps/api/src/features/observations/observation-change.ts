import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Operation } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import type { ObservationPayload } from './changes.type.ts';
import type { Observation } from './observation.entity.ts';
import { lockObservation, permitOn } from './observation.store.ts';

/** Runs a change of one observation: checks the right for its area, locks the observation, and works once per idempotency key. */
@Injectable()
export class ObservationChange {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
  ) {}

  async run(
    actor: Actor,
    operation: Operation,
    input: { observation: string; idempotencyKey: string },
    work: (em: EntityManager, observation: Observation) => Promise<void>,
  ): Promise<ObservationPayload> {
    const { observation: id } = input;
    await permitOn(this.em, actor, operation, id);
    const { problems } = await this.change.run(actor, operation, input, async (em) => {
      await work(em, await lockObservation(em, id));
      return id;
    });
    return { observation: id, problems };
  }
}

/** Refuses a decision that was made while looking at another revision. */
export function expectRevision({ id, currentRevision }: Observation, seen: string): void {
  if (currentRevision !== seen) throw new EditConflict(problem('REVISION_CHANGED', 'revision'), id);
}
