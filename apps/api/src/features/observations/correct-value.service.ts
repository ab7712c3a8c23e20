import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { advanced, auditDetail } from './advance.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import type { CorrectValueInput } from './correct-value.input.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
import { contentOf } from './entry.ts';
import type { ObservationPayload } from './observation-payload.type.ts';
import { currentRevisions, lockObservation, permitOn } from './observation.store.ts';
import { writeRevisions } from './write-revisions.ts';

@Injectable()
export class CorrectValueService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly indicators: IndicatorReader,
    private readonly audit: AuditService,
  ) {}

  /** Opens a published value again, in whatever cycle; the published revision stays what it was. */
  async correct(actor: Actor, input: CorrectValueInput): Promise<ObservationPayload> {
    await permitOn(this.em, actor, 'CORRECT_VALUE', input.observation);
    const { problems } = await this.change.run(actor, 'CORRECT_VALUE', input, (em) =>
      this.append(em, actor, input),
    );
    return { observation: input.observation, problems };
  }

  private async append(em: EntityManager, actor: Actor, input: CorrectValueInput): Promise<string> {
    const observation = await lockObservation(em, input.observation);
    const { id, area, version } = observation;
    expectVersion({ found: version, expected: input.expectedVersion }, [id]);
    const next = { id, ...advanced(observation, 'CORRECT'), currentRevision: randomUUID() };
    const [indicator] = await this.indicators.byCodes(em, [observation.indicator]);
    if (indicator === undefined) throw new ProblemError(problem('NOT_ASSIGNED', 'observation'));
    const revisions = await currentRevisions(em, [observation]);
    const content = contentOf(input, indicator, revisions.get(observation.currentRevision) ?? null);
    const origin = { via: 'ENTRY', author: actor.id } as const;
    await writeRevisions(em, [{ ...next, content, reason: input.reason }], origin);
    await this.audit.record(em, actor, 'CORRECT_VALUE', id, {
      area,
      before: auditDetail(observation),
      after: auditDetail(next),
    });
    return id;
  }
}
