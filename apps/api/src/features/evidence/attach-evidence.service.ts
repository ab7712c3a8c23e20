import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { attachedTo } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { CellLock } from '../observations/cell-lock.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
import type { ObservationPayload } from '../observations/observation-payload.type.ts';
import { lockObservation, permitOn } from '../observations/observation.store.ts';
import type { AttachEvidenceInput } from './evidence.input.ts';
import { evidenceById } from './evidence.reader.ts';

@Injectable()
export class AttachEvidenceService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly locks: CellLock,
    private readonly audit: AuditService,
  ) {}

  /**
   * Only while the value itself may be changed: what a reviewer sees attached is what was handed in.
   * A later revision keeps what was attached before it.
   */
  async attach(actor: Actor, input: AttachEvidenceInput): Promise<ObservationPayload> {
    await permitOn(this.em, actor, 'ADD_EVIDENCE', input.observation);
    const { problems } = await this.change.run(actor, 'ADD_EVIDENCE', input, (em) =>
      this.write(em, actor, input),
    );
    return { observation: input.observation, problems };
  }

  private async write(
    em: EntityManager,
    actor: Actor,
    input: AttachEvidenceInput,
  ): Promise<string> {
    const { attached } = input;
    const observation = await lockObservation(em, input.observation);
    const { id, area, year, indicator, currentRevision } = observation;
    const found = await evidenceById(em, input.evidence);
    if (found?.area !== area) throw new ApiError('NOT_FOUND');
    const lock = await this.locks.of(em, actor, { area, year, indicator }, observation);
    if (lock !== null) throw new ProblemError(problem(lock, null, { cycle: year }));
    const evidence = found.id;
    const before = await db(em)
      .selectFrom(attachedTo(sql.val(id)).as('a'))
      .select('a.evidence')
      .execute();
    if (before.some((one) => one.evidence === evidence) === attached) return id;
    await db(em)
      .insertInto('work.revision_evidence')
      .values({ revision: currentRevision, evidence, attached, author: actor.id })
      .execute();
    const operation = attached ? 'ATTACH_EVIDENCE' : 'DETACH_EVIDENCE';
    await this.audit.record(em, actor, operation, id, {
      area,
      after: { revision: currentRevision, evidence },
    });
    return id;
  }
}
