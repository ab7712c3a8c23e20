import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ApiError } from '../../graphql/api-error.ts';
import type { Texts } from '../../graphql/local-text.type.ts';

export interface Area {
  code: string;
  kind: 'COUNTRY' | 'GROUP';
  names: Texts;
}

@Injectable()
export class AreaReader {
  /** A country of the framework, or CA4 for the four together. */
  async get(em: EntityManager, code: string): Promise<Area> {
    const [area] = await em.execute<Area[]>(
      `select code, kind, names from work.area where code = ?`,
      [code],
    );
    if (area === undefined) throw new ApiError('NOT_FOUND');
    return area;
  }

  /** In the order of their codes as given. */
  async all(em: EntityManager, codes: readonly string[]): Promise<Area[]> {
    const areas = await em.execute<Area[]>(
      `select a.code, a.kind, a.names from jsonb_array_elements_text(?::jsonb) with ordinality as asked (code, place)
         join work.area a using (code) order by asked.place`,
      [JSON.stringify(codes)],
    );
    if (areas.length < codes.length) throw new ApiError('NOT_FOUND');
    return areas;
  }

  /** The countries, or what stands for the four together. */
  async ofScope(em: EntityManager, scope: 'COUNTRY' | 'REGION'): Promise<Area[]> {
    return em.execute<Area[]>(
      `select code, kind, names from work.area where (kind = 'COUNTRY') = ? order by position`,
      [scope === 'COUNTRY'],
    );
  }
}
