import type { EntityManager } from '@mikro-orm/postgresql';
import type { Follow, FollowKind } from '@qadam/domain';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Following, SavedView } from './following.type.ts';

/** What can be followed, under the name of the newest release that knows it; nothing else has ever been public. */
const FOLLOWABLE = `(
  select distinct on (kind, code) kind, code, name, position from (
    select 'COUNTRY' as kind, code, names as name, position, from_release from publication.area where kind = 'COUNTRY'
    union all select 'ACTION', code, title, position, from_release from publication.action
    union all select 'INDICATOR', code, name, position, from_release from publication.indicator) x
  order by kind, code, from_release desc)`;

export interface FollowRow extends Follow {
  user: string;
  name: Texts;
}

/** What these people follow, in the order of the framework: countries, actions, indicators. */
export async function readFollows(
  em: EntityManager,
  users: readonly string[],
): Promise<FollowRow[]> {
  if (users.length === 0) return [];
  return em.execute<FollowRow[]>(
    `select f.user_account as user, f.kind, f.code, p.name
     from work.follow f join ${FOLLOWABLE} p using (kind, code)
     where f.user_account in (?)
     order by array_position(array['COUNTRY', 'ACTION', 'INDICATOR'], f.kind), p.position, f.code`,
    [users],
  );
}

/** The name of what can be followed; null where there is no such thing. */
export async function readFollowable(
  em: EntityManager,
  kind: FollowKind,
  code: string,
): Promise<Texts | null> {
  const [found] = await em.execute<{ name: Texts }[]>(
    `select p.name from ${FOLLOWABLE} p where p.kind = ? and p.code = ?`,
    [kind, code],
  );
  return found?.name ?? null;
}

export async function readFollowing(
  em: EntityManager,
  user: string,
  lang: Language,
): Promise<Following> {
  const follows = await readFollows(em, [user]);
  const views = await em.execute<SavedView[]>(
    `select id, name, path from work.saved_view where user_account = ? order by created_at, id`,
    [user],
  );
  const [state] = await em.execute<{ digest: boolean }[]>(
    `select digest from work.follower where user_account = ?`,
    [user],
  );
  return {
    follows: follows.map(({ kind, code, name }) => ({ kind, code, name: pickText(name, lang) })),
    views,
    monthly: state?.digest ?? false,
  };
}

/** Of each action whatever was its indicator in any release. */
export async function readIndicatorsOf(
  em: EntityManager,
): Promise<(action: string) => ReadonlySet<string>> {
  const links = await em.execute<{ action: string; indicator: string }[]>(
    `select distinct action, indicator from publication.action_indicator`,
  );
  const known = Map.groupBy(links, ({ action }) => action);
  return (action) => new Set(known.get(action)?.map(({ indicator }) => indicator));
}
