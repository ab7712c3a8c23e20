import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../graphql/access.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { advanced, auditDetail } from './advance.ts';
import type { CorrectValueInput, ObservationPayload, WriteMessageInput } from './changes.type.ts';
import { contentOf } from './entry.ts';
import { Message } from './message.entity.ts';
import { currentRevision } from './observation.store.ts';
import { ObservationChange } from './observation-change.ts';
import { writeRevisions } from './write-revisions.ts';

@Injectable()
export class ObservationsService {
  constructor(
    private readonly change: ObservationChange,
    private readonly indicators: IndicatorReader,
  ) {}

  /** Corrects a published value of any cycle; the published revision is not changed. */
  correctValue(actor: Actor, input: CorrectValueInput): Promise<ObservationPayload> {
    return this.change.run(actor, 'CORRECT_VALUE', input, async (em, observation) => {
      const { id, area, version } = observation;
      expectVersion({ found: version, expected: input.expectedVersion }, [id]);
      const next = { id, ...advanced(observation, 'CORRECT'), currentRevision: randomUUID() };
      const [indicator] = await this.indicators.byCodes(em, [observation.indicator]);
      if (indicator === undefined) throw refused('NOT_ASSIGNED', 'observation');
      const content = contentOf(input, indicator, await currentRevision(em, observation));
      const revised = { ...next, content, reason: input.reason };
      await writeRevisions(em, [revised], { via: 'ENTRY', author: actor.id });
      await recordEvent(em, actor, 'CORRECT_VALUE', id, {
        area,
        before: auditDetail(observation),
        after: auditDetail(next),
      });
    });
  }

  writeMessage(actor: Actor, input: WriteMessageInput): Promise<ObservationPayload> {
    return this.change.run(actor, 'WRITE_MESSAGE', input, async (em, { id: observation, area }) => {
      const text = requiredText(input.text, 'text', 'TEXT_REQUIRED');
      const { id: author, role } = actor;
      const message = { id: randomUUID(), observation, author, role, text };
      await em.insert(Message, message);
      const after = { message: message.id };
      await recordEvent(em, actor, 'WRITE_MESSAGE', observation, { area, after });
    });
  }
}
