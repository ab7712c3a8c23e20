import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { standing } from './standing.ts';

export interface OpenFile {
  title: string;
  mediaType: string;
  sha256: string;
  content: Buffer;
}

/** One released cell, as its permanent address answers it. */
export interface CellAsked {
  release: string;
  indicator: string;
  area: string;
  year: number;
  sex: string;
  age: string;
  urbanisation: string;
  region: string;
  breakdown: string;
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
  constructor(private readonly em: EntityManager) {}

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
    const { release, indicator, area, year, sex, age, urbanisation, region, breakdown } = asked;
    const [found] = await this.em.execute<(OpenValue & { withdrawn: boolean })[]>(
      `with at as (select sequence as release from publication.release where number = ?)
       select v.indicator, v.area, v.year, v.sex, v.age, v.urbanisation, v.region, v.breakdown, trim_scale(v.value)::text as value,
         trim_scale(v.numerator)::text as numerator, trim_scale(v.denominator)::text as denominator, v.obs_status as "obsStatus",
         v.missing_reason as "missingReason", v.source, v.via, v.approved_on::text as "approvedOn",
         exists (select 1 from publication.tombstone t where (t.indicator, t.area, t.year, t.sex, t.age, t.urbanisation, t.region, t.breakdown)
           = (v.indicator, v.area, v.year, v.sex, v.age, v.urbanisation, v.region, v.breakdown)) as withdrawn
       from ${standing('value')} v
       where (v.indicator, v.area, v.year, v.sex, v.age, v.urbanisation, v.region, v.breakdown) = (?, ?, ?, ?, ?, ?, ?, ?)`,
      [release, indicator, area, year, sex, age, urbanisation, region, breakdown],
    );
    if (found === undefined) return null;
    const { withdrawn, ...value } = found;
    return withdrawn ? 'GONE' : { ...value, release };
  }
}
