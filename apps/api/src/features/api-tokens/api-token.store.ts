import { hash } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { negotiateLanguage } from '@qadam/i18n';
import type { FastifyRequest } from 'fastify';
import { db } from '../../database/db.ts';
import { ago, now } from '../../database/expressions.ts';
import { standAs } from '../../database/standing.ts';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { isActive } from '../users/pending.ts';
import { ACTOR } from '../users/session.store.ts';

/** Makes a token that was leaked by mistake easy to find, for people and for scanners. */
const PREFIX = 'qadam_';
const TOKEN = /^qadam_[\w-]{43}$/;

export const tokenOf = (random: string): string => `${PREFIX}${random}`;

/** A request with a token acts as the person who made the token, for that country, and only for operations that programs may use. */
@Injectable()
export class ApiTokenStore {
  constructor(private readonly em: EntityManager) {}

  /** The actor of a request with a token; null if it has none. An invalid token is refused, even if there is a valid cookie too. */
  async of({ headers }: Pick<FastifyRequest, 'headers'>): Promise<Actor | null> {
    const [scheme = '', token = ''] = headers.authorization?.split(' ') ?? [];
    if (headers.authorization === undefined) return null;
    const actor =
      scheme.toLowerCase() === 'bearer' && TOKEN.test(token) ? await this.actorOf(token) : null;
    if (actor === null) throw new ApiError('UNAUTHENTICATED');
    standAs(actor);
    return { ...actor, lang: negotiateLanguage(headers['accept-language']) };
  }

  /** Null if the token has ended or was revoked, or if the person has left the country, the organisation or the product. */
  private async actorOf(token: string): Promise<Omit<Actor, 'lang'> | null> {
    const row = await db(this.em)
      .selectFrom('work.api_token as t')
      .innerJoin('work.user_account as u', (on) =>
        on
          .onRef('u.id', '=', 't.created_by')
          .onRef('u.area', '=', 't.area')
          .onRef('u.organisation', '=', 't.organisation'),
      )
      .select((eb) => [
        ...ACTOR,
        't.id as token',
        eb
          .or([eb('t.last_used_at', 'is', null), eb('t.last_used_at', '<', ago('1 minute'))])
          .$castTo<boolean>()
          .as('stale'),
      ])
      .where('t.token_hash', '=', hash('sha256', token))
      .where('t.revoked_at', 'is', null)
      .where('t.ends_at', '>', now)
      .where(isActive('u'))
      .executeTakeFirst();
    if (row === undefined) return null;
    const { stale, ...actor } = row;
    if (stale)
      await db(this.em)
        .updateTable('work.api_token')
        .set({ last_used_at: now })
        .where('id', '=', actor.token)
        .execute();
    return actor;
  }
}
