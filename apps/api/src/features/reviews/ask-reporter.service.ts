import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { Message } from '../observations/message.entity.ts';
import type { ObservationPayload } from '../observations/observation-payload.type.ts';
import { lockObservation, permitOn } from '../observations/observation.store.ts';
import { requiredText } from '../../graphql/free-text.ts';
import type { AskReporterInput } from './review.input.ts';

/** A question is no decision: the value stays submitted, and the question open until the reporter answers. */
@Injectable()
export class AskReporterService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly audit: AuditService,
  ) {}

  async ask(actor: Actor, input: AskReporterInput): Promise<ObservationPayload> {
    await permitOn(this.em, actor, 'ASK_REPORTER', input.observation);
    const { problems } = await this.change.run(actor, 'ASK_REPORTER', input, async (em) => {
      const text = requiredText(input.text, 'text', 'TEXT_REQUIRED');
      const { id, area, state, currentRevision } = await lockObservation(em, input.observation);
      if (currentRevision !== input.revision) {
        throw new EditConflict(problem('REVISION_CHANGED', 'revision'), id);
      }
      if (state !== 'SUBMITTED') {
        throw new EditConflict(problem('INVALID_STATE', null, { state, event: 'ASK' }), id);
      }
      const message = em.create(Message, {
        id: randomUUID(),
        observation: id,
        author: actor.id,
        text,
        question: true,
      });
      await em.flush();
      await this.audit.record(em, actor, 'ASK_REPORTER', id, {
        area,
        after: { message: message.id },
      });
      return message.id;
    });
    return { observation: input.observation, problems };
  }
}
