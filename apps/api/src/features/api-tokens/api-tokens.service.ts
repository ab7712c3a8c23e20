import { hash, randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { instant, now, person } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { newToken } from '../users/cookies.ts';
import { ApiToken as Token } from './api-token.entity.ts';
import { tokenOf } from './api-token.store.ts';
import type {
  ApiToken,
  ApiTokenPayload,
  CreateApiTokenInput,
  RevokeApiTokenInput,
} from './api-token.type.ts';

const MAX_DAYS = 366;
const MAX_NAME = 100;
const DAY_MS = 86_400_000;
/** The most active tokens that one country may have. */
const MAX_TOKENS = 20;

/** Creating, listing and revoking tokens. */
@Injectable()
export class ApiTokensService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly change: DeskChange,
  ) {}

  async tokens(actor: Actor, area: string, lang: Language): Promise<ApiToken[]> {
    permit(actor, 'READ_TOKENS', { area });
    await this.areas.get(this.em, area);
    return this.read(area, lang);
  }

  /** Creates a token for a reporter, for their own organisation. */
  async create(actor: Actor, input: CreateApiTokenInput): Promise<ApiTokenPayload> {
    const { area, days } = input;
    permit(actor, 'MANAGE_TOKENS', { area });
    // an administrator may manage tokens but not send figures, so a program with their token could not either
    permit(actor, 'COMMIT_IMPORT', { area });
    let secret: string | null = null;
    const { problems } = await this.change.run(actor, 'MANAGE_TOKENS', input, async (em) => {
      const { organisation } = actor;
      const name = requiredText(input.name, 'name', 'TEXT_REQUIRED');
      if (name.length > MAX_NAME) throw refused('TEXT_TOO_LONG', 'name', { max: MAX_NAME });
      if (days < 1 || days > MAX_DAYS)
        throw refused('DAYS_OUT_OF_RANGE', 'days', { max: MAX_DAYS });
      if (organisation === null) throw refused('NO_ORGANISATION');
      const active = { area, revokedAt: null, endsAt: { $gt: new Date() } };
      if ((await em.count(Token, active)) >= MAX_TOKENS)
        throw refused('TOO_MANY_TOKENS', null, { max: MAX_TOKENS });
      secret = tokenOf(newToken());
      const id = randomUUID();
      const endsAt = new Date(Date.now() + days * DAY_MS);
      const made = { id, area, organisation, name, tokenHash: hash('sha256', secret), endsAt };
      await em.insert(Token, { ...made, createdBy: actor.id });
      const after = { name, endsAt: endsAt.toISOString() };
      await recordEvent(em, actor, 'CREATE_TOKEN', id, { area, after });
      return id;
    });
    return { secret, tokens: await this.read(area, actor.lang), problems };
  }

  /** Anybody of the country who may have tokens, or an administrator, may revoke one, because its maker may have left. */
  async revoke(actor: Actor, input: RevokeApiTokenInput): Promise<ApiTokenPayload> {
    const { token: id } = input;
    const known = isId(id) ? await this.em.fork().findOne(Token, id) : null;
    permit(actor, 'MANAGE_TOKENS', { area: known?.area });
    if (known === null) throw new ApiError('NOT_FOUND');
    const { area } = known;
    const { problems } = await this.change.run(actor, 'MANAGE_TOKENS', input, async (em) => {
      const revoked = await db(em)
        .updateTable('work.api_token')
        .set({ revoked_at: now, revoked_by: actor.id })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      if (revoked.numUpdatedRows > 0) await recordEvent(em, actor, 'REVOKE_TOKEN', id, { area });
      return id;
    });
    return { secret: null, tokens: await this.read(area, actor.lang), problems };
  }

  private async read(area: string, lang: Language): Promise<ApiToken[]> {
    const rows = await db(this.em.fork())
      .selectFrom('work.api_token as t')
      .innerJoin('work.user_account as u', 'u.id', 't.created_by')
      .innerJoin('work.organisation as b', 'b.id', 't.organisation')
      .select(['t.id', 't.area', 't.name', 'b.names'])
      .select((eb) => [
        person('u').$notNull().as('createdBy'),
        instant('t.created_at').as('createdAt'),
        instant('t.ends_at').as('endsAt'),
        sql<string | null>`${instant('t.last_used_at')}`.as('lastUsedAt'),
        eb
          .case()
          .when('t.revoked_at', 'is not', null)
          .then(sql<'REVOKED'>`'REVOKED'`)
          .when('t.ends_at', '<=', now)
          .then(sql<'ENDED'>`'ENDED'`)
          .else(sql<'ACTIVE'>`'ACTIVE'`)
          .end()
          .as('state'),
      ])
      .where('t.area', '=', area)
      .orderBy('t.created_at', 'desc')
      .orderBy('t.id')
      .limit(200)
      .execute();
    return rows.map(({ names, ...token }) => ({ ...token, organisation: pickText(names, lang) }));
  }
}
