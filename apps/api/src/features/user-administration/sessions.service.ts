import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { db } from '../../database/db.ts';
import { isId } from '../../database/ids.ts';
import { endSessions } from '../users/session.store.ts';
import type { EndOwnSessionsInput, EndSessionsInput } from './user.input.ts';
import { readSessions } from './user.reader.ts';
import type { Session, SessionsPayload } from './user.type.ts';

/** People see and end their own sessions; administrators also those of others. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
  ) {}

  async list(actor: Actor, user: string): Promise<Session[]> {
    permit(actor, 'READ_ADMINISTRATION', {});
    if (!isId(user)) throw new ApiError('NOT_FOUND');
    return readSessions(this.em, user, actor.session);
  }

  async listOwn(actor: Actor): Promise<Session[]> {
    permit(actor, 'READ_OWN_ACCOUNT', {});
    return readSessions(this.em, actor.id, actor.session);
  }

  async end(actor: Actor, input: EndSessionsInput): Promise<SessionsPayload> {
    permit(actor, 'MANAGE_USERS', {});
    if (!isId(input.user)) throw new ApiError('NOT_FOUND');
    const { user, session = null, idempotencyKey } = input;
    const request = { user, session, idempotencyKey };
    const { problems } = await this.change.run(actor, 'MANAGE_USERS', request, (em) =>
      this.delete(em, actor, user, session, null),
    );
    return { sessions: await this.list(actor, input.user), problems };
  }

  async endOwn(actor: Actor, input: EndOwnSessionsInput): Promise<SessionsPayload> {
    permit(actor, 'MANAGE_OWN_ACCOUNT', {});
    const { problems } = await this.change.run(actor, 'MANAGE_OWN_ACCOUNT', input, (em) =>
      this.delete(em, actor, actor.id, input.session ?? null, actor.session ?? null),
    );
    return { sessions: await this.listOwn(actor), problems };
  }

  /** Deletes one session, or all except the one to be kept. */
  private async delete(
    em: EntityManager,
    actor: Actor,
    user: string,
    session: string | null,
    kept: string | null,
  ): Promise<number> {
    const ended =
      session === null ? await endSessions(em, user, kept) : await endSession(em, user, session);
    if (session !== null && ended === 0) throw refused('SESSION_UNKNOWN', 'session');
    await recordEvent(em, actor, 'END_SESSIONS', `user ${user}`, {
      after: { ended },
    });
    return ended;
  }
}

async function endSession(em: EntityManager, user: string, session: string): Promise<number> {
  const { numDeletedRows } = await db(em)
    .deleteFrom('work.session')
    .where('user_account', '=', user)
    .where((eb) => eb(eb.cast<string>('id', 'text'), '=', session))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
