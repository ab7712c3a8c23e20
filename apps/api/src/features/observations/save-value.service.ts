import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { move } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.type.ts';
import { AuditService } from '../audit/audit.service.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { advance, expectVersion, trace } from './advance.ts';
import { CellLock } from './cell-lock.ts';
import { DeskChange, Refused } from './desk-change.ts';
import { contentOf } from './entry.ts';
import type { Observation } from './observation.entity.ts';
import { ObservationStore } from './observation.store.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import type { SaveValueInput } from './save-value.input.ts';
import type { SaveValuePayload } from './save-value.type.ts';

@Injectable()
export class SaveValueService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly store: ObservationStore,
    private readonly locks: CellLock,
    private readonly indicators: IndicatorReader,
    private readonly forms: ReturnFormReader,
    private readonly audit: AuditService,
  ) {}

  async save(actor: Actor, input: SaveValueInput): Promise<SaveValuePayload> {
    permit(actor, 'SAVE_VALUE', { area: input.area });
    const { problems } = await this.change.run(actor, 'SAVE_VALUE', input, (em) =>
      this.append(em, actor, input),
    );
    const frame = { actor, area: input.area, cycle: input.cycle, lang: actor.lang };
    // Read again, after a refusal too: a conflict shows what the other one saved, who and when.
    return { cell: await this.forms.cell(this.em, frame, input.indicator), problems };
  }

  private async append(em: EntityManager, actor: Actor, input: SaveValueInput): Promise<string> {
    const assigned = await this.store.lockAssignment(em, input);
    const cell = { area: input.area, year: input.cycle, indicator: input.indicator };
    const saved = await this.store.lockCell(em, cell);
    const correcting = saved !== null && saved.publishedRevision !== null;
    if (!correcting && !assigned) throw new Refused(problem('NOT_ASSIGNED', 'indicator'));
    expectVersion(saved?.version ?? 0, input.expectedVersion);
    const lock = await this.locks.of(em, actor, cell, saved);
    if (lock !== null) throw new Refused(problem(lock, 'cycle', { cycle: input.cycle }));

    const [indicator] = await this.indicators.byCodes(em, [input.indicator]);
    if (indicator === undefined) throw new Refused(problem('NOT_ASSIGNED', 'indicator'));
    const content = contentOf(input, indicator);
    const reason = input.reason ?? (correcting ? await this.reasonOf(em, saved) : null);
    const before = saved && trace(saved);
    const observation = saved ?? this.store.create(em, cell);
    if (saved === null) observation.version = 1;
    else advance(saved, move(saved.state, 'SAVE').ok ? 'SAVE' : 'REOPEN');
    await this.store.append(em, actor, observation, content, reason);
    await em.flush();
    await this.audit.record(em, actor, 'SAVE_VALUE', observation.id, {
      area: input.area,
      before,
      after: trace(observation),
    });
    return observation.id;
  }

  /** A correction keeps the reason it was opened with. */
  private async reasonOf(em: EntityManager, observation: Observation) {
    const revisions = await this.store.currentRevisions(em, [observation]);
    return revisions.get(observation.currentRevision)?.reason ?? null;
  }
}
