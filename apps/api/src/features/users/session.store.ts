import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { FRESH_MINUTES } from '@qadam/domain';
import { negotiateLanguage } from '@qadam/i18n';
import { type RawBuilder, sql } from 'kysely';
import { keyedHash, keyedHashes } from '../../config/secrets.ts';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { ago, anyText, now } from '../../database/expressions.ts';
import { preparedRows } from '../../database/prepared.ts';
import type { Actor } from '../../graphql/access.ts';
import { newToken } from './cookies.ts';
import { isActive } from './pending.ts';
import { Session } from './session.entity.ts';

export const SESSION_LIFE = '12 hours';
/** Does a session still work? It lasts 12 hours, and ends after 2 hours without a request. */
export const isLive = (session: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${session}.created_at`)} > ${ago(SESSION_LIFE)} and ${sql.ref(`${session}.last_seen_at`)} > ${ago('2 hours')})`;

/** The columns of account `u` that make an actor. */
export const ACTOR = [
  ...(['u.id', 'u.name', 'u.email', 'u.role', 'u.area', 'u.areas'] as const),
  'u.organisation',
] as const;

/** Ends the sessions of an account, and its unfinished sign-ins. `kept`: a session that goes on. Returns how many sessions ended. */
export async function endSessions(
  em: EntityManager,
  user: string,
  kept: string | null = null,
): Promise<number> {
  const { numDeletedRows } = await db(em)
    .deleteFrom('work.session')
    .where('user_account', '=', user)
    .where('id', 'is distinct from', kept)
    .executeTakeFirstOrThrow();
  await db(em).deleteFrom('work.unfinished_sign_in').where('user_account', '=', user).execute();
  return Number(numDeletedRows);
}

/** Only a keyed hash of the token is stored, so that nobody can sign in with a copy of the table. */
@Injectable()
export class SessionStore {
  constructor(
    private readonly em: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async start(userId: string, em: EntityManager = this.em): Promise<string> {
    const token = newToken();
    await db(em)
      .updateTable('work.user_account')
      .set({ last_signed_in_at: now })
      .where('id', '=', userId)
      .execute();
    await em.insert(Session, {
      tokenHash: keyedHash(this.settings.secrets[0], token),
      userAccount: userId,
    });
    return token;
  }

  async end(token: string): Promise<void> {
    await this.em.nativeDelete(Session, { tokenHash: { $in: this.hashes(token) } });
  }

  /** Did the person sign in a short time ago? Only then may they change the ways into their account. */
  async isFresh(session: string | undefined): Promise<boolean> {
    const found = await db(this.em)
      .selectFrom('work.session as s')
      .select('s.id')
      .where(sql.ref('s.id'), '=', session ?? null)
      .where('s.created_at', '>', ago(`${String(FRESH_MINUTES)} minutes`))
      .executeTakeFirst();
    return found !== undefined;
  }

  /** Read at every request: a changed role counts at once, an account that is disabled or waits for a second person is out at once. */
  async actorOf(token: string, acceptLanguage?: string): Promise<Actor | null> {
    const asked = db(this.em)
      .selectFrom('work.session as s')
      .innerJoin('work.user_account as u', 'u.id', 's.user_account')
      .select((eb) => [
        ...ACTOR,
        's.id as session',
        eb('s.last_seen_at', '<', ago('1 minute')).as('stale'),
      ])
      .where('s.token_hash', '=', anyText(this.hashes(token)))
      .where(isActive('u'))
      .where(isLive('s'));
    const [row] = await preparedRows(this.em, asked);
    if (!row) return null;
    const { stale, ...actor } = row;
    // only if it is out of date: a write with every request would be a waste
    if (stale)
      await db(this.em)
        .updateTable('work.session')
        .set({ last_seen_at: now })
        .where('id', '=', actor.session)
        .execute();
    return { ...actor, lang: negotiateLanguage(acceptLanguage) };
  }

  private hashes(token: string): string[] {
    return keyedHashes(this.settings.secrets, token);
  }
}
