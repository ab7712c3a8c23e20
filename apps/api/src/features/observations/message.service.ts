import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../graphql/access.ts';
import { AuditService } from '../audit/audit.service.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Message } from './message.entity.ts';
import type { ObservationPayload } from './observation-payload.type.ts';
import { lockObservation, permitOn } from './observation.store.ts';
import { requiredText } from '../../graphql/free-text.ts';
import type { WriteMessageInput } from './write-message.input.ts';

@Injectable()
export class MessageService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly audit: AuditService,
  ) {}

  async write(actor: Actor, input: WriteMessageInput): Promise<ObservationPayload> {
    await permitOn(this.em, actor, 'WRITE_MESSAGE', input.observation);
    const { problems } = await this.change.run(actor, 'WRITE_MESSAGE', input, async (em) => {
      const text = requiredText(input.text, 'text', 'TEXT_REQUIRED');
      const { id: observation, area } = await lockObservation(em, input.observation);
      const message = em.create(Message, { id: randomUUID(), observation, author: actor.id, text });
      await em.flush();
      await this.audit.record(em, actor, 'WRITE_MESSAGE', observation, {
        area,
        after: { message: message.id },
      });
      return message.id;
    });
    return { observation: input.observation, problems };
  }
}
