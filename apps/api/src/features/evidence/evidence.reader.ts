import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { db } from '../../database/db.ts';
import { instant, person } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import type { Tables } from '../../database/tables.ts';
import type { Evidence } from './evidence.type.ts';

const eb = expressionBuilder<Tables & { e: Tables['work.evidence'] }, 'e'>();

const newestMark = eb
  .selectFrom('work.evidence_mark as m')
  .whereRef('m.evidence', '=', 'e.id')
  .orderBy('m.number', 'desc')
  .limit(1);

/** Evidence `e` that was added by `p`. */
export const EVIDENCE = jsonBuildObject({
  id: eb.ref('e.id'),
  area: eb.ref('e.area'),
  kind: eb.ref('e.kind'),
  title: eb.ref('e.title'),
  mediaType: eb.ref('e.media_type'),
  size: eb.ref('e.size'),
  sha256: eb.ref('e.sha256'),
  url: eb.ref('e.url'),
  public: eb.fn.coalesce(newestMark.select('m.public').$asScalar(), eb.lit(false)),
  lang: newestMark.select('m.lang').$asScalar(),
  addedBy: person('p').$notNull(),
  addedAt: instant('e.added_at'),
});

const evidence = (em: EntityManager) =>
  db(em)
    .selectFrom('work.evidence as e')
    .innerJoin('work.user_account as p', 'p.id', 'e.added_by')
    .select(EVIDENCE.as('evidence'));

export async function evidenceById(em: EntityManager, id: string): Promise<Evidence | null> {
  if (!isId(id)) return null;
  const row = await evidence(em).where('e.id', '=', id).executeTakeFirst();
  return row?.evidence ?? null;
}

/** Newest first. */
export async function evidenceOfArea(
  em: EntityManager,
  area: string,
  first: number,
): Promise<Evidence[]> {
  const rows = await evidence(em)
    .where('e.area', '=', area)
    .orderBy('e.added_at', 'desc')
    .orderBy('e.id')
    .limit(first)
    .execute();
  return rows.map((row) => row.evidence);
}

/** Bytes that an organisation has put on file for an area. */
export async function usedBytes(
  em: EntityManager,
  area: string,
  organisation: string | null,
): Promise<number> {
  const row = await db(em)
    .selectFrom('work.evidence')
    .select(({ fn }) => fn.sum<number | null>('size').as('used'))
    .where('area', '=', area)
    .where('organisation', 'is not distinct from', organisation)
    .executeTakeFirstOrThrow();
  return row.used ?? 0;
}

export interface StoredFile {
  title: string;
  mediaType: string;
  content: Uint8Array;
}

export async function storedFile(em: EntityManager, id: string): Promise<StoredFile | null> {
  const file = await db(em)
    .selectFrom('work.evidence as e')
    .innerJoin('work.evidence_content as c', 'c.evidence', 'e.id')
    .select(['e.title', 'e.media_type as mediaType', 'c.content'])
    .where('e.id', '=', id)
    .$narrowType<{ mediaType: string }>()
    .executeTakeFirst();
  return file ?? null;
}
