import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { advance, trace } from './advance.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import type { CorrectValueInput } from './correct-value.input.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Refused } from '../../graphql/refused.ts';
import { contentOf } from './entry.ts';
import type { ObservationPayload } from './observation-payload.type.ts';
import { ObservationStore } from './observation.store.ts';
import { WorkObservationReader } from './work-observation.reader.ts';

@Injectable()
export class CorrectValueService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly store: ObservationStore,
    private readonly indicators: IndicatorReader,
    private readonly observations: WorkObservationReader,
    private readonly audit: AuditService,
  ) {}

  /** Opens a published value again, in whatever cycle; the published revision stays what it was. */
  async correct(actor: Actor, input: CorrectValueInput): Promise<ObservationPayload> {
    await this.store.permit(this.em, actor, 'CORRECT_VALUE', input.observation);
    const { problems } = await this.change.run(actor, 'CORRECT_VALUE', input, (em) =>
      this.append(em, actor, input),
    );
    const [observation = null] = await this.observations.byIds(
      this.em,
      [input.observation],
      actor.lang,
    );
    return { observation, problems };
  }

  private async append(em: EntityManager, actor: Actor, input: CorrectValueInput): Promise<string> {
    const observation = await this.store.lock(em, input.observation);
    const before = trace(observation);
    const versions = { found: observation.version, expected: input.expectedVersion };
    expectVersion(versions, [observation.id]);
    advance(observation, 'CORRECT');
    const [indicator] = await this.indicators.byCodes(em, [observation.indicator]);
    const revisions = await this.store.currentRevisions(em, [observation]);
    if (indicator === undefined) throw new Refused(problem('NOT_ASSIGNED', 'observation'));
    const published = revisions.get(observation.currentRevision) ?? null;
    const content = contentOf(input, indicator, published);
    // a figure that stays is still about the same days
    const period = content.value === published?.value ? (published.period ?? null) : null;
    await this.store.append(em, actor, observation, content, { reason: input.reason, period });
    await em.flush();
    await this.audit.record(em, actor, 'CORRECT_VALUE', observation.id, {
      area: observation.area,
      before,
      after: trace(observation),
    });
    return observation.id;
  }
}
