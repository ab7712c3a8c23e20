import type { EntityManager } from '@mikro-orm/postgresql';
import { areaProblem, can, limitProblem, type Operation, type Role } from '@qadam/domain';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import { db } from '../../database/db.ts';
import { anyText, now } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { refused } from '../../graphql/problem.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { closeAllLinks } from '../users/one-time-link.ts';
import { isPending } from '../users/pending.ts';
import { ACTOR, endSessions } from '../users/session.store.ts';

export interface Rights {
  role: Role;
  area: string | null;
  areas: string[] | null;
  organisation: string | null;
}

/** Administrators cannot disable themselves, so that there is always one. */
export function refuseOwn(actor: Actor, user: string, field: string): void {
  if (actor.id === user) throw refused('OWN_ACCOUNT', field);
}

/** An erased account can no longer be changed. */
export function refuseErased(user: LockedUser): void {
  if (user.erased) throw refused('USER_ERASED', 'user');
}

/** A disabled account can get no new link or password. */
export function refuseShut(user: LockedUser): void {
  refuseErased(user);
  if (user.disabled) throw refused('USER_DISABLED', 'user');
}

/** Checks the requested rights: area and organisation must exist and belong together. */
export async function checkRights(
  em: EntityManager,
  asked: {
    role: Role;
    area?: string | null;
    areas?: string[] | null;
    organisation?: string | null;
  },
): Promise<Rights> {
  const area = asked.area ?? null;
  const organisation = asked.organisation ?? null;
  const code = areaProblem(asked.role, area);
  if (code !== null) throw refused(code, 'area');
  const areas = asked.areas == null ? null : [...new Set(asked.areas)].sort();
  const limit = limitProblem(asked.role, areas);
  if (limit !== null) throw refused(limit, 'areas');
  const found = await db(em)
    .selectNoFrom((eb) => [
      eb.exists(eb.selectFrom('work.area').where('code', '=', area ?? '')).as('area'),
      eb
        .selectFrom('work.area')
        .select(({ fn }) => fn.countAll<number>().as('known'))
        .where('code', '=', anyText(areas ?? []))
        .$asScalar()
        .$notNull()
        .as('limited'),
      jsonObjectFrom(
        eb
          .selectFrom('work.organisation')
          .select('area')
          .where((of) => of(of.cast<string>('id', 'text'), '=', organisation ?? '')),
      ).as('organisation'),
    ])
    .executeTakeFirstOrThrow();
  if (area !== null && !found.area) throw refused('AREA_UNKNOWN', 'area');
  if (areas !== null && found.limited < areas.length) throw refused('AREA_UNKNOWN', 'areas');
  if (organisation !== null) {
    if (!found.organisation) throw refused('ORGANISATION_UNKNOWN', 'organisation');
    const home = found.organisation.area;
    if (area !== null && home !== null && home !== area)
      throw refused('ORGANISATION_OF_OTHER_AREA', 'organisation', { area: home });
  }
  return { role: asked.role, area, areas, organisation };
}

/**
 * Locks the accounts to be changed and that of the actor, so that concurrent changes wait for each other, and rights that the actor has just lost no
 * longer count. They are always locked in the same order, so that two changes cannot deadlock.
 */
async function lock(
  em: EntityManager,
  actor: Actor,
  others: readonly string[],
  operation: Operation = 'MANAGE_USERS',
) {
  const ids = [actor.id, ...others.filter(isId)];
  const found = await db(em)
    .selectFrom('work.user_account as u')
    .select((eb) => [
      ...ACTOR,
      'u.version',
      eb('u.disabled_at', 'is not', null).$castTo<boolean>().as('disabled'),
      eb('u.erased_at', 'is not', null).$castTo<boolean>().as('erased'),
      eb('u.password_hash', 'is not', null).$castTo<boolean>().as('hasPassword'),
    ])
    .where('u.id', 'in', ids)
    .orderBy('u.id')
    .forUpdate()
    .execute();
  // read after the rows are locked, so that it includes what was written while waiting for the locks
  const waiting = await db(em)
    .selectFrom('work.user_account as u')
    .select('u.id')
    .where('u.id', 'in', ids)
    .where(isPending('u'))
    .execute();
  const users = found.map((user) => ({
    ...user,
    /** True while the account waits for a second person. */
    pending: waiting.some(({ id }) => id === user.id),
  }));
  const self = users.find(({ id }) => id === actor.id);
  if (!self || self.disabled || self.pending || can(self, operation) !== 'ALLOWED')
    throw new ApiError('FORBIDDEN');
  return (id: string) => {
    const user = users.find((one) => one.id === id);
    if (user === undefined) throw new ApiError('NOT_FOUND');
    return user;
  };
}

export type LockedUser = Awaited<ReturnType<typeof lockUser>>;

export async function lockUser(em: EntityManager, actor: Actor, id: string, operation?: Operation) {
  return (await lock(em, actor, [id], operation))(id);
}

/** Locks two accounts at once. */
export async function lockPair(
  em: EntityManager,
  actor: Actor,
  one: string,
  other: string,
): Promise<[LockedUser, LockedUser]> {
  const get = await lock(em, actor, [one, other]);
  return [get(one), get(other)];
}

/** Refuses a change that is based on an older version of the account. */
export function expectUser({ id, version }: LockedUser, expected: number): void {
  expectVersion({ found: version, expected }, [`user ${id}`]);
}

/** Disables an account: ends its sessions and closes its links. */
export async function shut(em: EntityManager, { id }: LockedUser): Promise<void> {
  await db(em)
    .updateTable('work.user_account')
    .set((eb) => ({
      disabled_at: eb.fn.coalesce('disabled_at', now),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
  await endSessions(em, id);
  await closeAllLinks(em, id);
}
