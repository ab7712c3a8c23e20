import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { grantProblem, MAX_GRANT_DAYS, WHOLE } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { CellLock } from '../observations/cell-lock.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Overtaken } from '../desk-changes/meanwhile.ts';
import { Refused } from '../../graphql/refused.ts';
import { isId } from '../../database/ids.ts';
import { lockAssignments } from '../observations/lock-assignments.ts';
import { ObservationStore } from '../observations/observation.store.ts';
import { requiredText } from '../../graphql/free-text.ts';
import type {
  DeclineReopenInput,
  GrantReopenInput,
  RequestReopenInput,
  RevokeReopenInput,
} from './reopening.input.ts';
import { type LockedReopening, ReopeningReader } from './reopening.reader.ts';
import type { Reopening, ReopeningPayload } from './reopening.type.ts';

@Injectable()
export class ReopeningsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly areas: AreaReader,
    private readonly store: ObservationStore,
    private readonly locks: CellLock,
    private readonly reopenings: ReopeningReader,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, lang: Language, area: string | null): Promise<Reopening[]> {
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
      if (wrong !== null) throw new Refused(problem(wrong, 'until', { max: MAX_GRANT_DAYS }));
      await em.execute(
        `update work.reopening set decision = 'GRANTED', until = ?::timestamptz, decided_by = ?, decided_at = now()
         where id = ?`,
        [input.until, actor.id, row.id],
      );
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
      await em.execute(
        `update work.reopening set decision = 'DECLINED', note = ?, decided_by = ?, decided_at = now() where id = ?`,
        [note, actor.id, row.id],
      );
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
      if (row.state !== 'GRANTED') throw new Refused(problem('NOT_GRANTED'));
      await em.execute(
        `update work.reopening set revoked_by = ?, revoked_at = now() where id = ?`,
        [actor.id, row.id],
      );
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
    const cell = { area, year: cycle, indicator, part: WHOLE };
    const saved = await this.store.lockCell(em, cell);
    const lock = await this.locks.of(em, actor, cell, saved);
    if (lock === null) throw new Refused(problem('NOT_LOCKED'));
    if (lock === 'NOT_ASSIGNED') throw new Refused(problem(lock, 'indicator'));
    if (lock === 'LOCKED_PUBLISHED') throw new Refused(problem(lock, null, { cycle }));
    const id = randomUUID();
    // The second of two requests finds the first: they queue at the assignment.
    const asked = await em.execute<object[]>(
      `insert into work.reopening (id, indicator, area, year, person, reason) values (?, ?, ?, ?, ?, ?)
       on conflict do nothing returning id`,
      [id, indicator, area, cycle, actor.id, reason],
    );
    if (asked.length === 0) throw new Refused(problem('ALREADY_REQUESTED'));
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
    if (row.state !== 'WAITING') throw new Overtaken(problem('ALREADY_DECIDED'), id);
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
