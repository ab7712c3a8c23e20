import type { EntityManager } from '@mikro-orm/postgresql';
import { METHOD_VERSION } from '@qadam/domain';
import { sql } from 'kysely';
import { sameCell } from '../../database/expressions.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { Release } from '../publication/release.entity.ts';
import type { Candidate } from './build-release.ts';
import { storeTables } from './disclosure/released-counts.ts';
import { type PublicationTable, shapeOf, TABLE_NAMES } from './publication-tables.ts';
import { anyStage, none, stage } from './stage.ts';
import { publishContents } from './stage-documents.ts';

/**
 * Writes the staged candidate: rows that differ or vanished end, new ones begin, everything else stands on. Their release
 * itself follows (writeHeader); until then the transaction cannot end.
 */
export async function writeTables(em: EntityManager, candidate: Candidate): Promise<void> {
  const { sequence, disclosure } = candidate;
  for (const name of TABLE_NAMES) await writeTable(em, name, sequence);
  await stage(em)
    .selectNoFrom((eb) => eb.fn('publication.tally_values', [eb.val(sequence)]).as('done'))
    .execute();
  await publishContents(em);
  await storeTables(em, sequence, disclosure.changed);
  await markPublished(em);
}

export async function writeHeader(
  em: EntityManager,
  { sequence, asOfYear, annual, contentHash }: Candidate,
  { number, note, auditHead }: Pick<Release, 'number' | 'note' | 'auditHead'>,
): Promise<void> {
  const methodVersion = METHOD_VERSION;
  const release = {
    sequence,
    number,
    asOfYear,
    annual,
    note,
    methodVersion,
    contentHash,
    auditHead,
  };
  await em.insert(Release, release);
}

async function writeTable(em: EntityManager, name: PublicationTable, sequence: number) {
  const { key, columns } = shapeOf(em, name);
  const listed = (alias: string) =>
    sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)));
  const same = sql<boolean>`${sql.join(
    key.map((column) => sql`${sql.ref(`c.${column}`)} = ${sql.ref(`s.${column}`)}`),
    sql` and `,
  )}`;
  const unchanged = sql<boolean>`row(${listed('c')}) is not distinct from row(${listed('s')})`;
  await anyStage(em)
    .updateTable(`publication.${name} as s`)
    .set({ until_release: sequence })
    .where('s.until_release', 'is', null)
    .where(none(`candidate_${name} as c`, same, unchanged))
    .execute();
  await anyStage(em)
    .insertInto(`publication.${name}`)
    .columns([...columns, 'from_release'])
    .expression((eb) =>
      eb
        .selectFrom(`candidate_${name} as c`)
        .select(columns.map((column) => `c.${column}`))
        .select(sql<number>`${sequence}::int`.as('from_release'))
        .where(none(`publication.${name} as s`, sql`s.until_release is null`, same)),
    )
    .execute();
}

/** Approved values that the staged candidate publishes; those of held tables and withheld faces wait. */
export const releasedOf = (em: EntityManager) =>
  stage(em)
    .selectFrom('candidate_origin as o')
    .innerJoin('candidate_value as v', (join) => join.on(sameCell('v', 'o')))
    .select(['o.observation', 'o.revision'])
    .where('o.fresh', '=', true)
    .where(none('held_table as h', sameCell('h', 'o', ['indicator', 'year'])));

/** A value that was recalled or changed meanwhile stops the release. */
async function markPublished(em: EntityManager): Promise<void> {
  const { count } = await stage(em)
    .selectFrom(releasedOf(em).as('r'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const { numUpdatedRows } = await stage(em)
    .updateTable('work.observation as w')
    .from(releasedOf(em).as('r'))
    .set((eb) => ({
      state: 'PUBLISHED',
      published_revision: eb.ref('w.current_revision'),
      version: sql`w.version + 1`,
    }))
    .whereRef('w.id', '=', 'r.observation')
    .whereRef('w.current_revision', '=', 'r.revision')
    .where('w.state', '=', 'APPROVED')
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== count) throw new ApiError('CONFLICT');
}
