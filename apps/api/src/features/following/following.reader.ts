import type { EntityManager } from '@mikro-orm/postgresql';
import type { FollowKind } from '@qadam/domain';
import { type Kysely, sql } from 'kysely';
import { db } from '../../database/db.ts';
import type { Tables } from '../../database/tables.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Following } from './following.type.ts';

const kind = (of: FollowKind) => sql<FollowKind>`${sql.lit(of)}`.as('kind');

/** Everything that can be followed, which is everything that was ever public, with its name in the newest release that has it. */
const followable = (tables: Kysely<Tables>) =>
  tables
    .selectFrom((eb) =>
      eb
        .selectFrom('publication.area')
        .select([kind('COUNTRY'), 'code', 'names as name', 'position', 'from_release'])
        .where('publication.area.kind', '=', 'COUNTRY')
        .unionAll(
          eb
            .selectFrom('publication.action')
            .select([kind('ACTION'), 'code', 'title as name', 'position', 'from_release']),
        )
        .unionAll(
          eb
            .selectFrom('publication.indicator')
            .select([kind('INDICATOR'), 'code', 'name', 'position', 'from_release']),
        )
        .as('x'),
    )
    .distinctOn(['x.kind', 'x.code'])
    .select(['x.kind', 'x.code', 'x.name', 'x.position'])
    .orderBy('x.kind')
    .orderBy('x.code')
    .orderBy('x.from_release', 'desc')
    .as('p');

/** What these people follow, in the order of the framework: countries, actions, indicators. */
export async function readFollows(em: EntityManager, users: readonly string[]) {
  if (users.length === 0) return [];
  return db(em)
    .selectFrom('work.follow as f')
    .innerJoin(followable(db(em)), (join) =>
      join.onRef('p.kind', '=', 'f.kind').onRef('p.code', '=', 'f.code'),
    )
    .select(['f.user_account as user', 'f.kind', 'f.code', 'p.name'])
    .where('f.user_account', 'in', users)
    .orderBy(sql`array_position(array['COUNTRY', 'ACTION', 'INDICATOR'], f.kind)`)
    .orderBy('p.position')
    .orderBy('f.code')
    .execute();
}

/** The name of a subject that can be followed; null if there is no such subject. */
export async function readFollowable(
  em: EntityManager,
  of: FollowKind,
  code: string,
): Promise<Texts | null> {
  const found = await db(em)
    .selectFrom(followable(db(em)))
    .select('p.name')
    .where('p.kind', '=', of)
    .where('p.code', '=', code)
    .executeTakeFirst();
  return found?.name ?? null;
}

export async function readFollowing(
  em: EntityManager,
  user: string,
  lang: Language,
): Promise<Following> {
  const follows = await readFollows(em, [user]);
  const views = await db(em)
    .selectFrom('work.saved_view')
    .select(['id', 'name', 'path'])
    .where('user_account', '=', user)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const state = await db(em)
    .selectFrom('work.follower')
    .select('digest')
    .where('user_account', '=', user)
    .executeTakeFirst();
  return {
    follows: follows.map(({ name, ...follow }) => ({ ...follow, name: pickText(name, lang) })),
    views,
    monthly: state?.digest ?? false,
  };
}

/** For each action, the indicators that it has had in any release. */
export async function readIndicatorsOf(
  em: EntityManager,
): Promise<(action: string) => ReadonlySet<string>> {
  const links = await db(em)
    .selectFrom('publication.action_indicator')
    .select(['action', 'indicator'])
    .distinct()
    .execute();
  const known = Map.groupBy(links, ({ action }) => action);
  return (action) => new Set(known.get(action)?.map(({ indicator }) => indicator));
}
