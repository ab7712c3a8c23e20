import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { CellLock } from '../observations/cell-lock.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Refused } from '../../graphql/refused.ts';
import type { ObservationPayload } from '../observations/observation-payload.type.ts';
import { ObservationStore } from '../observations/observation.store.ts';
import { WorkObservationReader } from '../observations/work-observation.reader.ts';
import { ATTACHED } from './evidence-sql.ts';
import type { AttachEvidenceInput } from './evidence.input.ts';
import { EvidenceReader } from './evidence.reader.ts';

@Injectable()
export class AttachEvidenceService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly store: ObservationStore,
    private readonly locks: CellLock,
    private readonly evidence: EvidenceReader,
    private readonly observations: WorkObservationReader,
    private readonly audit: AuditService,
  ) {}

  /**
   * Only while the value itself may be changed: what a reviewer sees attached is what was handed in.
   * A later revision keeps what was attached before it.
   */
  async attach(actor: Actor, input: AttachEvidenceInput): Promise<ObservationPayload> {
    await this.store.permit(this.em, actor, 'ADD_EVIDENCE', input.observation);
    const { problems } = await this.change.run(actor, 'ADD_EVIDENCE', input, (em) =>
      this.write(em, actor, input),
    );
    const [observation = null] = await this.observations.byIds(
      this.em,
      [input.observation],
      actor.lang,
    );
    return { observation, problems };
  }

  private async write(
    em: EntityManager,
    actor: Actor,
    input: AttachEvidenceInput,
  ): Promise<string> {
    const { attached } = input;
    const observation = await this.store.lock(em, input.observation);
    const { id, area, year, indicator, currentRevision } = observation;
    const found = await this.evidence.byId(em, input.evidence);
    if (found?.area !== area) throw new ApiError('NOT_FOUND');
    const lock = await this.locks.of(em, actor, { area, year, indicator }, observation);
    if (lock !== null) throw new Refused(problem(lock, null, { cycle: year }));
    const standing = await em.execute<{ evidence: string }[]>(ATTACHED, [[id]]);
    if (standing.some(({ evidence }) => evidence === found.id) === attached) return id;
    await em.execute(
      `insert into work.revision_evidence (revision, evidence, attached, author) values (?, ?, ?, ?)`,
      [currentRevision, found.id, attached, actor.id],
    );
    const operation = attached ? 'ATTACH_EVIDENCE' : 'DETACH_EVIDENCE';
    await this.audit.record(em, actor, operation, id, {
      area,
      after: { revision: currentRevision, evidence: found.id },
    });
    return id;
  }
}
