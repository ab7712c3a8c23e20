import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { db } from '../../database/db.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Scope } from '../../graphql/enums.ts';
import type { Area as AreaRow } from './area.entity.ts';

export type Area = Pick<AreaRow, 'code' | 'kind' | 'names'>;

const areas = (em: EntityManager) =>
  db(em).selectFrom('work.area').select(['code', 'kind', 'names']);

@Injectable()
export class AreaReader {
  /** A country of the framework, or CA4 for the four together. */
  async get(em: EntityManager, code: string): Promise<Area> {
    const area = await areas(em).where('code', '=', code).executeTakeFirst();
    if (area === undefined) throw new ApiError('NOT_FOUND');
    return area;
  }

  /** The areas in the order of `codes`. */
  async all(em: EntityManager, codes: readonly string[]): Promise<Area[]> {
    if (codes.length === 0) return [];
    const found = await areas(em).where('code', 'in', codes).execute();
    const byCode = new Map(found.map((area) => [area.code, area]));
    return codes.map((code) => {
      const area = byCode.get(code);
      if (area === undefined) throw new ApiError('NOT_FOUND');
      return area;
    });
  }

  /** The countries, or the group of the four together. */
  async ofScope(em: EntityManager, scope: Scope): Promise<Area[]> {
    const kind = scope === 'COUNTRY' ? 'COUNTRY' : 'GROUP';
    return areas(em).where('kind', '=', kind).orderBy('position').execute();
  }
}

/** Locks an area until the transaction ends, for changes that have no row of their own to lock yet, such as numbering a submission. */
export async function lockArea(em: EntityManager, code: string): Promise<void> {
  await db(em)
    .selectFrom('work.area')
    .select('code')
    .where('code', '=', code)
    .forNoKeyUpdate()
    .execute();
}

/** The time zone of people who belong to no country, in which their week and month begin: that of the group of countries. */
export async function officeTimeZone(em: EntityManager): Promise<string> {
  const group = await db(em)
    .selectFrom('work.area')
    .select('time_zone')
    .where('kind', '=', 'GROUP')
    .orderBy('position')
    .executeTakeFirst();
  return group?.time_zone ?? 'UTC';
}
