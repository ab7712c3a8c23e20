import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isId } from '../../database/ids.ts';
import { EVIDENCE_AS_JSON } from './evidence-sql.ts';
import type { Evidence } from './evidence.type.ts';

const EVIDENCE = `select ${EVIDENCE_AS_JSON} as evidence
  from work.evidence e join work.user_account p on p.id = e.added_by`;

export interface StoredFile {
  title: string;
  mediaType: string;
  content: Buffer;
}

@Injectable()
export class EvidenceReader {
  async byId(em: EntityManager, id: string): Promise<Evidence | null> {
    if (!isId(id)) return null;
    const [row] = await em.execute<{ evidence: Evidence }[]>(`${EVIDENCE} where e.id = ?`, [id]);
    return row?.evidence ?? null;
  }

  /** Newest first. */
  async ofArea(em: EntityManager, area: string, first: number): Promise<Evidence[]> {
    const rows = await em.execute<{ evidence: Evidence }[]>(
      `${EVIDENCE} where e.area = ? order by e.added_at desc, e.id limit ?`,
      [area, first],
    );
    return rows.map(({ evidence }) => evidence);
  }

  /** Bytes that an organisation has put on file for an area. */
  async used(em: EntityManager, area: string, organisation: string | null): Promise<number> {
    const [row] = await em.execute<{ used: string }[]>(
      `select coalesce(sum(size), 0)::text as used from work.evidence
       where area = ? and organisation is not distinct from ?::uuid`,
      [area, organisation],
    );
    return Number(row?.used ?? 0);
  }

  async file(em: EntityManager, id: string): Promise<StoredFile | null> {
    const [row] = await em.execute<StoredFile[]>(
      `select e.title, e.media_type as "mediaType", c.content
       from work.evidence e join work.evidence_content c on c.evidence = e.id where e.id = ?`,
      [id],
    );
    return row ?? null;
  }
}
