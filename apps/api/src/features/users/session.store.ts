import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { negotiateLanguage } from '@qadam/i18n';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import type { Actor } from '../../graphql/access.ts';
import { newToken } from './cookies.ts';
import { isActive } from './pending.ts';

const IDLE = `interval '2 hours'`;
const ABSOLUTE = `interval '12 hours'`;

/** A session that still opens the desks. */
export const isLive = (session: string): string =>
  `(${session}.created_at > now() - ${ABSOLUTE} and ${session}.last_seen_at > now() - ${IDLE})`;

/** Only a keyed hash of the token is stored: who reads the table cannot sign in with it. */
@Injectable()
export class SessionStore {
  private readonly em: EntityManager;
  private readonly settings: Settings;

  constructor(em: EntityManager, @Inject(SETTINGS) settings: Settings) {
    this.em = em;
    this.settings = settings;
  }

  async start(userId: string): Promise<string> {
    const token = newToken();
    await this.em.execute(
      `delete from work.session where created_at < now() - ${ABSOLUTE} or last_seen_at < now() - ${IDLE}`,
    );
    await this.em.execute('update work.user_account set last_signed_in_at = now() where id = ?', [
      userId,
    ]);
    await this.em.execute('insert into work.session (token_hash, user_account) values (?, ?)', [
      this.hash(token),
      userId,
    ]);
    return token;
  }

  async end(token: string): Promise<void> {
    await this.em.execute('delete from work.session where token_hash = ?', [this.hash(token)]);
  }

  /** Read at every request: a changed role counts at once, an account that is disabled or waits for a second person is out at once. */
  async actorOf(token: string, acceptLanguage?: string): Promise<Actor | null> {
    const hash = this.hash(token);
    const [row] = await this.em.execute<(Omit<Actor, 'lang'> & { stale: boolean })[]>(
      `select u.id, u.name, u.email, u.role, u.area, u.organisation, s.id as session,
         s.last_seen_at < now() - interval '1 minute' as stale
       from work.session s join work.user_account u on u.id = s.user_account
       where s.token_hash = ? and ${isActive('u')} and ${isLive('s')}`,
      [hash],
    );
    if (!row) return null;
    const { stale, ...actor } = row;
    // not at every request: a write per read would be a waste
    if (stale)
      await this.em.execute('update work.session set last_seen_at = now() where token_hash = ?', [
        hash,
      ]);
    return { ...actor, lang: negotiateLanguage(acceptLanguage) };
  }

  private hash(token: string): string {
    return createHmac('sha256', this.settings.sessionSecret).update(token).digest('hex');
  }
}
