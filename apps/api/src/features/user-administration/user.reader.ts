import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { cut, expectFirst, readCursor, writeCursor } from '../../graphql/cursor.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { instant } from '../../database/sql-text.ts';
import { likeText } from '../../database/expressions.ts';
import { isOpenLink } from '../users/one-time-link.ts';
import { isPending } from '../users/pending.ts';
import { isLive } from '../users/session.store.ts';
import type { Session, UserAccount, UserPage } from './user.type.ts';

interface Row extends Omit<UserAccount, 'organisation'> {
  organisation: { id: string; names: Texts } | null;
}

const SELECT = `select u.id, u.email, u.name, u.role, u.area, u.language, u.version,
    u.password_hash is not null as "hasPassword", ${isPending('u')} as pending,
    ${instant('u.last_signed_in_at')} as "lastSignedInAt",
    ${instant('u.disabled_at')} as "disabledAt",
    ${instant('u.erased_at')} as "erasedAt",
    (select c.email from work.email_change c
      where c.user_account = u.id and ${isOpenLink('c')}) as "newEmail",
    case when o.id is not null then json_build_object('id', o.id, 'names', o.names) end as organisation,
    (select ${instant('i.expires_at')} from work.invitation i
      where i.user_account = u.id and ${isOpenLink('i')}) as "linkUntil",
    (select count(*)::int from work.session s where s.user_account = u.id and ${isLive('s')}) as sessions
  from work.user_account u left join work.organisation o on o.id = u.organisation`;

const withName = ({ organisation, ...row }: Row, lang: Language): UserAccount => ({
  ...row,
  organisation: organisation && {
    id: organisation.id,
    name: pickText(organisation.names, lang),
  },
});

@Injectable()
export class UserReader {
  /** By e-mail address, which is unique; `search`: part of an address or a name. */
  async page(
    em: EntityManager,
    lang: Language,
    { search, first, after }: { search: string | null; first: number; after: string | null },
  ): Promise<UserPage> {
    expectFirst(first);
    const key = readCursor('users', after) ?? '';
    const pattern = likeText(search ?? '');
    const found = await em.execute<Row[]>(
      `${SELECT} where u.email > ? and (u.email ilike ? or u.name ilike ?) order by u.email limit ?`,
      [key, pattern, pattern, first + 1],
    );
    const { rows, next } = cut(found, first, ({ email }) => writeCursor('users', email));
    return { users: rows.map((row) => withName(row, lang)), next };
  }

  async one(em: EntityManager, id: string, lang: Language): Promise<UserAccount | null> {
    const [row] = await em.execute<Row[]>(`${SELECT} where u.id = ?`, [id]);
    return row ? withName(row, lang) : null;
  }

  /** The newest first. `current`: the session that asks. */
  async sessions(em: EntityManager, user: string, current: string | undefined): Promise<Session[]> {
    const rows = await em.execute<Omit<Session, 'current'>[]>(
      `select s.id, ${instant('s.created_at')} as "createdAt", ${instant('s.last_seen_at')} as "lastSeenAt"
       from work.session s where s.user_account = ? and ${isLive('s')} order by s.last_seen_at desc, s.id`,
      [user],
    );
    return rows.map((row) => ({ ...row, current: row.id === current }));
  }
}
