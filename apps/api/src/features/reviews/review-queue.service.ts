import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { WorkObservationReader } from '../observations/work-observation.reader.ts';
import { undoableBatches } from './approval-batch.ts';
import type { ReviewQueue } from './review-queue.type.ts';
import {
  type HandedIn,
  returnOf,
  ReviewReturnReader,
  type WaitingValue,
} from './review-return.reader.ts';

interface Asked {
  area: string | null;
  submission: string | null;
}

@Injectable()
export class ReviewQueueService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly returns: ReviewReturnReader,
    private readonly observations: WorkObservationReader,
  ) {}

  async queue(actor: Actor, lang: Language, asked: Asked): Promise<ReviewQueue> {
    const { area, waiting, chosen } = await this.waiting(actor, asked);
    const ids = waiting.map(({ id }) => id);
    const observations = await this.observations.byIds(this.em, ids, lang);
    const inState = (state: string) => observations.filter((one) => one.state === state);
    const submitted = inState('SUBMITTED');
    const open = new Set(submitted.map(({ id }) => id));
    const returns = new Map(chosen === null ? [] : [[chosen.id, chosen]]);
    for (const { id, handedIn } of waiting) {
      if (handedIn !== null && open.has(id)) returns.set(handedIn.id, handedIn);
    }
    return {
      submitted,
      approved: inState('APPROVED'),
      returned: inState('RETURNED'),
      batches: await undoableBatches(this.em, area),
      returns: [...returns.values()].map((one) => returnOf(one, valuesOf(waiting, one.id), lang)),
    };
  }

  /** What is looked at. A return that does not exist answers like one of a foreign area. */
  private async waiting(
    actor: Actor,
    { area, submission }: Asked,
  ): Promise<{ area: string | null; waiting: WaitingValue[]; chosen: HandedIn | null }> {
    if (submission === null) {
      permit(actor, 'READ_WORK', { area });
      if (area !== null) await this.areas.get(this.em, area);
      return { area, waiting: await this.returns.waiting(this.em, area), chosen: null };
    }
    const found = await this.returns.byId(this.em, submission);
    permit(actor, 'READ_WORK', { area: found?.handedIn.area });
    if (found === null) throw new ApiError('NOT_FOUND');
    const { handedIn, ids } = found;
    return {
      area: handedIn.area,
      waiting: ids.map((id) => ({ id, handedIn })),
      chosen: handedIn,
    };
  }
}

function valuesOf(waiting: readonly WaitingValue[], submission: string): string[] {
  return waiting.flatMap(({ id, handedIn }) => (handedIn?.id === submission ? [id] : []));
}
