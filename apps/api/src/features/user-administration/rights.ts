import type { EntityManager } from '@mikro-orm/postgresql';
import { areaProblem, can, type Operation, type Role } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { Refused } from '../../graphql/refused.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { isId } from '../../database/ids.ts';
import { isPending } from '../users/pending.ts';

export interface Rights {
  role: Role;
  area: string | null;
  organisation: string | null;
}

export interface LockedUser extends Rights {
  id: string;
  email: string;
  name: string;
  version: number;
  disabled: boolean;
  erased: boolean;
  hasPassword: boolean;
  /** Waits for a second person. */
  pending: boolean;
}

/** An administrator can shut out everybody but themselves: so there is always one. */
export function refuseOwn(actor: Actor, user: string, field: string): void {
  if (actor.id === user) throw new Refused(problem('OWN_ACCOUNT', field));
}

/** Who was erased is nobody any more: nothing of the account changes again. */
export function refuseErased(user: LockedUser): void {
  if (user.erased) throw new Refused(problem('USER_ERASED', 'user'));
}

/** No way in is opened to an account that is disabled. */
export function refuseShut(user: LockedUser): void {
  refuseErased(user);
  if (user.disabled) throw new Refused(problem('USER_DISABLED', 'user'));
}

/** The rights asked for, of an area and an organisation that exist and go together. */
export async function checkRights(
  em: EntityManager,
  asked: { role: Role; area?: string | null; organisation?: string | null },
): Promise<Rights> {
  const area = asked.area ?? null;
  const organisation = asked.organisation ?? null;
  const code = areaProblem(asked.role, area);
  if (code !== null) throw new Refused(problem(code, 'area'));
  const [found] = await em.execute<
    { area: boolean; organisation: { area: string | null } | null }[]
  >(
    `select exists (select 1 from work.area where code = ?) as area,
       (select json_build_object('area', area) from work.organisation where id::text = ?) as organisation`,
    [area, organisation],
  );
  if (area !== null && !found?.area) throw new Refused(problem('AREA_UNKNOWN', 'area'));
  if (organisation !== null) {
    if (!found?.organisation) throw new Refused(problem('ORGANISATION_UNKNOWN', 'organisation'));
    const home = found.organisation.area;
    if (area !== null && home !== null && home !== area)
      throw new Refused(problem('ORGANISATION_OF_OTHER_AREA', 'organisation', { area: home }));
  }
  return { role: asked.role, area, organisation };
}

/**
 * The accounts to be changed, and who changes them: all wait here for whoever changes one of them, and somebody who might do
 * it a moment ago may not any more. Always locked in the same order, so that two changes cannot deadlock.
 */
async function lock(
  em: EntityManager,
  actor: Actor,
  ids: readonly string[],
  operation: Operation = 'MANAGE_USERS',
) {
  const found = await em.execute<Omit<LockedUser, 'pending'>[]>(
    `select id, email, name, role, area, organisation, version, disabled_at is not null as disabled,
       erased_at is not null as erased, password_hash is not null as "hasPassword"
     from work.user_account where id::text in (?) order by id for update`,
    [[actor.id, ...ids]],
  );
  // read once the rows are locked, so that what was written while we waited for them counts too
  const waiting = await em.execute<{ id: string }[]>(
    `select u.id from work.user_account u where u.id::text in (?) and ${isPending('u')}`,
    [[actor.id, ...ids]],
  );
  const rows = found.map((row) => ({ ...row, pending: waiting.some(({ id }) => id === row.id) }));
  const self = rows.find((row) => row.id === actor.id);
  if (!self || self.disabled || self.pending || can(self, operation) !== 'ALLOWED')
    throw new ApiError('FORBIDDEN');
  return (id: string): LockedUser => {
    const user = isId(id) ? rows.find((row) => row.id === id) : undefined;
    if (user === undefined) throw new ApiError('NOT_FOUND');
    return user;
  };
}

export async function lockUser(
  em: EntityManager,
  actor: Actor,
  id: string,
  operation?: Operation,
): Promise<LockedUser> {
  return (await lock(em, actor, [id], operation))(id);
}

/** Refuses a change that was made looking at another version of the account. */
export function expectUser({ id, version }: LockedUser, expected: number): void {
  expectVersion({ found: version, expected }, [`user ${id}`]);
}

/** Two at once. */
export async function lockPair(
  em: EntityManager,
  actor: Actor,
  one: string,
  other: string,
): Promise<[LockedUser, LockedUser]> {
  const get = await lock(em, actor, [one, other]);
  return [get(one), get(other)];
}
