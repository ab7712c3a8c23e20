import type { EntityManager } from '@mikro-orm/postgresql';
import { areaProblem, type Role } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.type.ts';
import { Refused } from '../observations/desk-change.ts';
import { isId } from '../observations/ids.ts';

export interface Rights {
  role: Role;
  area: string | null;
  organisation: string | null;
}

export interface LockedUser extends Rights {
  id: string;
  name: string;
  version: number;
  disabled: boolean;
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
 * The account to be changed, and the administrator who changes it: both wait here for whoever changes one of them, and
 * somebody who was an administrator a moment ago is none any more. Locked in one order, so that two never wait for each other.
 */
export async function lockUser(em: EntityManager, actor: Actor, id: string): Promise<LockedUser> {
  const rows = await em.execute<LockedUser[]>(
    `select id, name, role, area, organisation, version, disabled_at is not null as disabled
     from work.user_account where id::text in (?, ?) order by id for update`,
    [actor.id, id],
  );
  const self = rows.find((row) => row.id === actor.id);
  if (self?.role !== 'ADMIN' || self.disabled) throw new ApiError('FORBIDDEN');
  const user = isId(id) ? rows.find((row) => row.id === id) : undefined;
  if (user === undefined) throw new ApiError('NOT_FOUND');
  return user;
}
