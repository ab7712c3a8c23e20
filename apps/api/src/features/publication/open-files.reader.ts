import { type Part } from '@qadam/domain';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CELL_COLUMNS, cellColumns } from '../../database/cell-columns.ts';
import { PublicOrm } from '../../database/public-database.module.ts';
import { standing } from './standing.ts';

export interface OpenFile {
  title: string;
  mediaType: string;
  sha256: string;
  content: Buffer;
}

/** One released cell, as its permanent address answers it. */
export interface CellAsked extends Part {
  release: string;
  indicator: string;
  area: string;
  year: number;
}

export interface OpenValue extends CellAsked {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  obsStatus: string;
  missingReason: string | null;
  source: string | null;
  via: string | null;
  approvedOn: string | null;
}

/** What has an address of its own: documents and single values. GONE: withdrawn for somebody's safety. */
@Injectable()
export class OpenFilesReader {
  private readonly em: EntityManager;

  constructor({ em }: PublicOrm) {
    this.em = em;
  }

  async file(id: string): Promise<OpenFile | 'GONE' | null> {
    const [found] = await this.em.execute<
      (Omit<OpenFile, 'content'> & { content: Buffer | null })[]
    >(
      `select coalesce(d.title, '') as title, coalesce(d.media_type, 'application/octet-stream') as "mediaType", coalesce(d.sha256, '') as sha256,
         c.content
       from publication.document_content c left join lateral (select * from publication.document x where x.id = c.document
         order by x.from_release desc limit 1) d on true where c.document = ?`,
      [id],
    );
    if (found === undefined) return null;
    const { content } = found;
    return content === null ? 'GONE' : { ...found, content };
  }

  async value(asked: CellAsked): Promise<OpenValue | 'GONE' | null> {
    const { release } = asked;
    const [found] = await this.em.execute<(OpenValue & { withdrawn: boolean })[]>(
      `with at as (select sequence as release from publication.release where number = ?)
       select ${cellColumns('v')}, trim_scale(v.value)::text as value,
         trim_scale(v.numerator)::text as numerator, trim_scale(v.denominator)::text as denominator, v.obs_status as "obsStatus",
         v.missing_reason as "missingReason", v.source, v.via, v.approved_on::text as "approvedOn",
         exists (select 1 from publication.tombstone t where (${cellColumns('t')}) = (${cellColumns('v')})) as withdrawn
       from ${standing('value')} v
       where (${cellColumns('v')}) = (${CELL_COLUMNS.map(() => '?').join(', ')})`,
      [release, ...CELL_COLUMNS.map((column) => asked[column])],
    );
    if (found === undefined) return null;
    const { withdrawn, ...value } = found;
    return withdrawn ? 'GONE' : { ...value, release };
  }
}
