import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, type Insertable } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { db } from '../../database/db.ts';
import { instant, person } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import type { Tables } from '../../database/tables.ts';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
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

export const readEvidence = (em: EntityManager) =>
  db(em)
    .selectFrom('work.evidence as e')
    .innerJoin('work.user_account as p', 'p.id', 'e.added_by')
    .select(EVIDENCE.as('evidence'));

export async function evidenceById(em: EntityManager, id: string): Promise<Evidence | null> {
  if (!isId(id)) return null;
  const row = await readEvidence(em).where('e.id', '=', id).executeTakeFirst();
  return row?.evidence ?? null;
}

/** The bytes that the actor's organisation has stored for an area. */
export async function usedBytes(
  em: EntityManager,
  { organisation }: Actor,
  area: string,
): Promise<number> {
  const row = await db(em)
    .selectFrom('work.evidence')
    .select(({ fn }) => fn.sum<number | null>('size').as('used'))
    .where('area', '=', area)
    .where('organisation', 'is not distinct from', organisation)
    .executeTakeFirstOrThrow();
  return row.used ?? 0;
}

type EvidenceRow = Pick<
  Insertable<Tables['work.evidence']>,
  'area' | 'kind' | 'title' | 'media_type' | 'size' | 'sha256' | 'url'
>;

/** The new id; null if the same evidence is stored already. */
export async function insertEvidence(
  em: EntityManager,
  { id: added_by, organisation }: Actor,
  row: EvidenceRow,
): Promise<string | null> {
  const written = await db(em)
    .insertInto('work.evidence')
    .values({ id: randomUUID(), added_by, organisation, ...row })
    .onConflict((known) => known.doNothing())
    .returning('id')
    .executeTakeFirst();
  return written?.id ?? null;
}

export async function findEvidence(
  em: EntityManager,
  column: 'sha256' | 'url',
  area: string,
  value: string,
): Promise<string | null> {
  const row = await db(em)
    .selectFrom('work.evidence')
    .select('id')
    .where('area', '=', area)
    .where(column, '=', value)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function knownEvidence(...asked: Parameters<typeof findEvidence>): Promise<string> {
  const id = await findEvidence(...asked);
  if (id === null) throw new ApiError('CONFLICT');
  return id;
}
