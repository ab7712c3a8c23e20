import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import { db } from '../../database/db.ts';
import { pageOf, expectFirst, readCursor, writeCursor } from '../../graphql/cursor.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { countRows, instant, likeText } from '../../database/expressions.ts';
import { isOpenLink } from '../users/one-time-link.ts';
import { hasFactor } from '../users/second-factor/own-factors.ts';
import { isPending } from '../users/pending.ts';
import { isLive } from '../users/session.store.ts';
import type { Session, UserAccount, UserPage } from './user.type.ts';

/** Accounts `u` with what administrators see of them. */
const users = (em: EntityManager) =>
  db(em)
    .selectFrom('work.user_account as u')
    .select((eb) => [
      ...(['u.id', 'u.email', 'u.name', 'u.role', 'u.area'] as const),
      ...(['u.areas', 'u.language', 'u.version'] as const),
      eb('u.password_hash', 'is not', null).$castTo<boolean>().as('hasPassword'),
      hasFactor('u').as('secondFactor'),
      isPending('u').as('pending'),
      instant('u.last_signed_in_at').as('lastSignedInAt'),
      instant('u.disabled_at').as('disabledAt'),
      instant('u.erased_at').as('erasedAt'),
      eb
        .selectFrom('work.email_change as c')
        .select('c.email')
        .whereRef('c.user_account', '=', 'u.id')
        .where(isOpenLink('c'))
        .as('newEmail'),
      jsonObjectFrom(
        eb
          .selectFrom('work.organisation as o')
          .select(['o.id', 'o.names'])
          .whereRef('o.id', '=', 'u.organisation'),
      ).as('organisation'),
      eb
        .selectFrom('work.invitation as i')
        .select(instant('i.expires_at').as('until'))
        .whereRef('i.user_account', '=', 'u.id')
        .where(isOpenLink('i'))
        .as('linkUntil'),
      countRows(
        eb
          .selectFrom('work.session as s')
          .whereRef('s.user_account', '=', 'u.id')
          .where(isLive('s')),
      ).as('sessions'),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof users>['executeTakeFirstOrThrow']>>;

const withName = ({ organisation, ...row }: Row, lang: Language): UserAccount => ({
  ...row,
  organisation: organisation && {
    id: organisation.id,
    name: pickText(organisation.names, lang),
  },
});

/** Ordered by e-mail address, which is unique; `search`: part of an address or a name. */
export async function readUsers(
  em: EntityManager,
  lang: Language,
  { search, first, after }: { search: string | null; first: number; after: string | null },
): Promise<UserPage> {
  expectFirst(first);
  const pattern = likeText(search ?? '');
  const found = await users(em)
    .where('u.email', '>', readCursor('users', after) ?? '')
    .where((eb) => eb.or([eb('u.email', 'ilike', pattern), eb('u.name', 'ilike', pattern)]))
    .orderBy('u.email')
    .limit(first + 1)
    .execute();
  const { rows, next } = pageOf(found, first, ({ email }) => writeCursor('users', email));
  return { users: rows.map((row) => withName(row, lang)), next };
}

export async function readUser(
  em: EntityManager,
  id: string,
  lang: Language,
): Promise<UserAccount | null> {
  const row = await users(em).where('u.id', '=', id).executeTakeFirst();
  return row ? withName(row, lang) : null;
}

/** The newest first. `current`: the session of the request. */
export async function readSessions(
  em: EntityManager,
  user: string,
  current: string | undefined,
): Promise<Session[]> {
  const rows = await db(em)
    .selectFrom('work.session as s')
    .select([
      's.id',
      instant('s.created_at').as('createdAt'),
      instant('s.last_seen_at').as('lastSeenAt'),
    ])
    .where('s.user_account', '=', user)
    .where(isLive('s'))
    .orderBy('s.last_seen_at', 'desc')
    .orderBy('s.id')
    .execute();
  return rows.map((row) => ({ ...row, current: row.id === current }));
}
