import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { db } from '../../database/db.ts';
import { ApiError } from '../../graphql/api-error.ts';
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

  /** In the order of their codes as given. */
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

  /** The countries, or what stands for the four together. */
  async ofScope(em: EntityManager, scope: 'COUNTRY' | 'REGION'): Promise<Area[]> {
    const kind = scope === 'COUNTRY' ? 'COUNTRY' : 'GROUP';
    return areas(em).where('kind', '=', kind).orderBy('position').execute();
  }
}

/** What is numbered or written for the first time by area has no row to wait at: it waits here, until the transaction ends. */
export async function lockArea(em: EntityManager, code: string): Promise<void> {
  await db(em)
    .selectFrom('work.area')
    .select('code')
    .where('code', '=', code)
    .forNoKeyUpdate()
    .execute();
}

/** People bound to no country: their week and month begin where the four countries together have their clock. */
export async function officeTimeZone(em: EntityManager): Promise<string> {
  const group = await db(em)
    .selectFrom('work.area')
    .select('time_zone')
    .where('kind', '=', 'GROUP')
    .orderBy('position')
    .executeTakeFirst();
  return group?.time_zone ?? 'UTC';
}
