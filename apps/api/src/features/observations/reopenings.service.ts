import { randomUUID } from 'node:crypto';
import { type EntityData, EntityManager, raw } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { grantProblem, isOpenedByGrant, MAX_GRANT_DAYS } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { isId } from '../../database/ids.ts';
import { type Actor, permit, permitAreas } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { problem, refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { recordEvent } from '../audit/chain.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { CellLock, lockAssignments } from './cell-lock.ts';
import { Reopening as Request } from './reopening.entity.ts';
import { type LockedReopening, ReopeningReader } from './reopening.reader.ts';
import type {
  DeclineReopenInput,
  GrantReopenInput,
  Reopening,
  ReopeningPayload,
  RequestReopenInput,
  RevokeReopenInput,
} from './reopening.type.ts';

/** The time by the clock of the database, which also decides when a grant expires. */
const now = () => raw('now()');

@Injectable()
export class ReopeningsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly areas: AreaReader,
    private readonly locks: CellLock,
    private readonly requests: ReopeningReader,
  ) {}

  async reopenings(actor: Actor, lang: Language, area: string | null): Promise<Reopening[]> {
    const areas = permitAreas(actor, 'READ_WORK', area);
    if (area !== null) await this.areas.get(this.em, area);
    return this.requests.list(this.em, areas, lang);
  }

  /** Asks to reopen an indicator, its total and its parts, for the person who asks. */
  async requestReopen(actor: Actor, input: RequestReopenInput): Promise<ReopeningPayload> {
    permit(actor, 'REQUEST_REOPEN', { area: input.area });
    const { done, problems } = await this.change.run(actor, 'REQUEST_REOPEN', input, (em) =>
      this.ask(em, actor, input),
    );
    return this.payload(actor, done, problems);
  }

  grantReopen(actor: Actor, input: GrantReopenInput): Promise<ReopeningPayload> {
    const { until } = input;
    return this.decide(actor, 'GRANT_REOPEN', input, { until }, (request) => {
      expectWaiting(request);
      const wrong = grantProblem({ until, now: new Date() });
      if (wrong !== null) throw refused(wrong, 'until', { max: MAX_GRANT_DAYS });
      return { ...decided(actor), decision: 'GRANTED', until: new Date(until) };
    });
  }

  declineReopen(actor: Actor, input: DeclineReopenInput): Promise<ReopeningPayload> {
    return this.decide(actor, 'DECLINE_REOPEN', input, {}, (request) => {
      const note = requiredText(input.note, 'note', 'TEXT_REQUIRED');
      expectWaiting(request);
      return { ...decided(actor), decision: 'DECLINED', note };
    });
  }

  /** Ends a grant early. Values that were saved under it stay. */
  revokeReopen(actor: Actor, input: RevokeReopenInput): Promise<ReopeningPayload> {
    return this.decide(actor, 'REVOKE_REOPEN', input, {}, ({ state }) => {
      if (state !== 'GRANTED') throw refused('NOT_GRANTED');
      return { revokedBy: actor.id, revokedAt: now() };
    });
  }

  private async ask(em: EntityManager, actor: Actor, input: RequestReopenInput): Promise<string> {
    const { area, cycle, indicator } = input;
    const reason = requiredText(input.reason, 'reason', 'TEXT_REQUIRED');
    const cell = { area, year: cycle, indicator };
    await lockAssignments(em, cell);
    const locks = await this.locks.ofAll(em, actor, cell);
    const lock = locks.find((one) => one !== null && isOpenedByGrant(one));
    if (lock === undefined) {
      const other = locks.find((one) => one !== null) ?? 'NOT_LOCKED';
      throw refused(other, other === 'NOT_ASSIGNED' ? 'indicator' : null, { cycle });
    }
    const id = randomUUID();
    // Two requests at once wait for each other at the assignment's lock, so the second one finds the first.
    const asked = await db(em)
      .insertInto('work.reopening')
      .values({ id, ...cell, person: actor.id, reason })
      .onConflict((waiting) => waiting.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (asked === undefined) throw refused('ALREADY_REQUESTED');
    await recordEvent(em, actor, 'REQUEST_REOPEN', id, {
      area,
      after: { indicator, year: cycle, lock },
    });
    return id;
  }

  /** An officer's decision on a request. `after`: what the audit records about it besides the person. */
  private async decide(
    actor: Actor,
    operation: 'GRANT_REOPEN' | 'DECLINE_REOPEN' | 'REVOKE_REOPEN',
    input: RevokeReopenInput,
    after: object,
    settle: (request: LockedReopening) => EntityData<Request>,
  ): Promise<ReopeningPayload> {
    const { reopening: id } = input;
    const known = isId(id) ? await this.requests.byId(this.em, id, actor.lang) : null;
    permit(actor, 'GRANT_REOPEN', { area: known?.area });
    if (known === null) throw new ApiError('NOT_FOUND');
    const { problems } = await this.change.run(actor, 'GRANT_REOPEN', input, async (em) => {
      const [request] = await this.requests.lock(em, 'id', id);
      if (request === undefined) throw new ApiError('NOT_FOUND');
      await em.nativeUpdate(Request, id, settle(request));
      const { area, person } = request;
      await recordEvent(em, actor, operation, id, { area, after: { person, ...after } });
      return id;
    });
    return this.payload(actor, id, problems);
  }

  private async payload(
    actor: Actor,
    id: string | null,
    problems: Problem[],
  ): Promise<ReopeningPayload> {
    const reopening = id === null ? null : await this.requests.byId(this.em, id, actor.lang);
    return { reopening, problems };
  }
}

const decided = ({ id }: Actor) => ({ decidedBy: id, decidedAt: now() });

function expectWaiting({ id, state }: LockedReopening): void {
  if (state !== 'WAITING') throw new EditConflict(problem('ALREADY_DECIDED'), id);
}
