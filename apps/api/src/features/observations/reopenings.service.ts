import { randomUUID } from 'node:crypto';
import { EntityManager, raw } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { grantProblem, MAX_GRANT_DAYS, TOTAL_PART } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { CellLock, lockAssignments } from './cell-lock.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
import { db } from '../../database/db.ts';
import { isId } from '../../database/ids.ts';
import { Observation } from './observation.entity.ts';
import { LOCKED } from './observation.store.ts';
import { requiredText } from '../../graphql/free-text.ts';
import type {
  DeclineReopenInput,
  GrantReopenInput,
  RequestReopenInput,
  RevokeReopenInput,
} from './reopening.input.ts';
import { Reopening } from './reopening.entity.ts';
import { type LockedReopening, ReopeningReader } from './reopening.reader.ts';
import type { Reopening as ShownReopening, ReopeningPayload } from './reopening.type.ts';

/** By the clock of the database, as the grant itself is. */
const now = () => raw('now()');

@Injectable()
export class ReopeningsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly areas: AreaReader,
    private readonly locks: CellLock,
    private readonly reopenings: ReopeningReader,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, lang: Language, area: string | null): Promise<ShownReopening[]> {
    permit(actor, 'READ_WORK', { area });
    if (area !== null) await this.areas.get(this.em, area);
    return this.reopenings.list(this.em, area, lang);
  }

  /** The asking person is the one it would be opened to. */
  async request(actor: Actor, input: RequestReopenInput): Promise<ReopeningPayload> {
    permit(actor, 'REQUEST_REOPEN', { area: input.area });
    const { done, problems } = await this.change.run(actor, 'REQUEST_REOPEN', input, (em) =>
      this.ask(em, actor, input),
    );
    return this.payload(actor, done, problems);
  }

  async grant(actor: Actor, input: GrantReopenInput): Promise<ReopeningPayload> {
    await this.permitOn(actor, input.reopening);
    const { problems } = await this.change.run(actor, 'GRANT_REOPEN', input, async (em) => {
      const row = await this.waiting(em, input.reopening);
      const wrong = grantProblem({ until: input.until, now: new Date() });
      if (wrong !== null) throw new ProblemError(problem(wrong, 'until', { max: MAX_GRANT_DAYS }));
      await em.nativeUpdate(Reopening, row.id, {
        decision: 'GRANTED',
        until: new Date(input.until),
        decidedBy: actor.id,
        decidedAt: now(),
      });
      await this.audit.record(em, actor, 'GRANT_REOPEN', row.id, {
        area: row.area,
        after: { person: row.person, until: input.until },
      });
      return row.id;
    });
    return this.payload(actor, input.reopening, problems);
  }

  async decline(actor: Actor, input: DeclineReopenInput): Promise<ReopeningPayload> {
    await this.permitOn(actor, input.reopening);
    const { problems } = await this.change.run(actor, 'GRANT_REOPEN', input, async (em) => {
      const note = requiredText(input.note, 'note', 'TEXT_REQUIRED');
      const row = await this.waiting(em, input.reopening);
      await em.nativeUpdate(Reopening, row.id, {
        decision: 'DECLINED',
        note,
        decidedBy: actor.id,
        decidedAt: now(),
      });
      await this.audit.record(em, actor, 'DECLINE_REOPEN', row.id, {
        area: row.area,
        after: { person: row.person },
      });
      return row.id;
    });
    return this.payload(actor, input.reopening, problems);
  }

  /** Ends a grant before its time. What was saved meanwhile stays saved. */
  async revoke(actor: Actor, input: RevokeReopenInput): Promise<ReopeningPayload> {
    await this.permitOn(actor, input.reopening);
    const { problems } = await this.change.run(actor, 'GRANT_REOPEN', input, async (em) => {
      const row = await this.lock(em, input.reopening);
      if (row.state !== 'GRANTED') throw new ProblemError(problem('NOT_GRANTED'));
      await em.nativeUpdate(Reopening, row.id, { revokedBy: actor.id, revokedAt: now() });
      await this.audit.record(em, actor, 'REVOKE_REOPEN', row.id, {
        area: row.area,
        after: { person: row.person },
      });
      return row.id;
    });
    return this.payload(actor, input.reopening, problems);
  }

  private async ask(em: EntityManager, actor: Actor, input: RequestReopenInput): Promise<string> {
    const { area, cycle, indicator } = input;
    const reason = requiredText(input.reason, 'reason', 'TEXT_REQUIRED');
    await lockAssignments(em, { area, year: cycle, indicator });
    const cell = { area, year: cycle, indicator };
    const saved = await em.findOne(
      Observation,
      { area, year: cycle, indicator, ...TOTAL_PART },
      LOCKED,
    );
    const lock = await this.locks.of(em, actor, cell, saved);
    if (lock === null) throw new ProblemError(problem('NOT_LOCKED'));
    if (lock === 'NOT_ASSIGNED') throw new ProblemError(problem(lock, 'indicator'));
    if (lock === 'LOCKED_PUBLISHED') throw new ProblemError(problem(lock, null, { cycle }));
    const id = randomUUID();
    // The second of two requests finds the first: they queue at the assignment.
    const asked = await db(em)
      .insertInto('work.reopening')
      .values({ id, indicator, area, year: cycle, person: actor.id, reason })
      .onConflict((waiting) => waiting.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (asked === undefined) throw new ProblemError(problem('ALREADY_REQUESTED'));
    await this.audit.record(em, actor, 'REQUEST_REOPEN', id, {
      area,
      after: { indicator, year: cycle, lock },
    });
    return id;
  }

  private async permitOn(actor: Actor, id: string): Promise<void> {
    const row = isId(id) ? await this.reopenings.byId(this.em, id, actor.lang) : null;
    permit(actor, 'GRANT_REOPEN', { area: row?.area });
    if (row === null) throw new ApiError('NOT_FOUND');
  }

  private async waiting(em: EntityManager, id: string): Promise<LockedReopening> {
    const row = await this.lock(em, id);
    if (row.state !== 'WAITING') throw new EditConflict(problem('ALREADY_DECIDED'), id);
    return row;
  }

  private async lock(em: EntityManager, id: string): Promise<LockedReopening> {
    const [row] = await this.reopenings.lock(em, 'id', id);
    if (row === undefined) throw new ApiError('NOT_FOUND');
    return row;
  }

  private async payload(
    actor: Actor,
    id: string | null,
    problems: Problem[],
  ): Promise<ReopeningPayload> {
    const reopening = id === null ? null : await this.reopenings.byId(this.em, id, actor.lang);
    return { reopening, problems };
  }
}
