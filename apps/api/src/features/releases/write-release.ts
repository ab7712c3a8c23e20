import type { EntityManager } from '@mikro-orm/postgresql';
import { METHOD_VERSION } from '@qadam/domain';
import { sql } from 'kysely';
import { sameCell } from '../../database/expressions.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { Release } from '../publication/release.entity.ts';
import type { Candidate } from './build-release.ts';
import { storeTables } from './disclosure/released-counts.ts';
import { type PublicationTable, shapeOf, TABLE_NAMES } from './publication-tables.ts';
import { anyStage, keep, none, stage } from './stage.ts';
import { publishContents } from './stage-documents.ts';

/**
 * Writes the staged candidate: rows that differ or vanished end, new ones begin, all others continue. Their release is written afterwards
 * (writeHeader); the transaction cannot end before that.
 */
export async function writeTables(em: EntityManager, candidate: Candidate): Promise<void> {
  const { sequence, disclosure } = candidate;
  // values are written area by area, so that no statement comes near its time limit
  const areas = await areasOf(em);
  for (const name of TABLE_NAMES)
    await writeTable(em, name, sequence, name === 'value' ? areas : null);
  await stage(em)
    .selectNoFrom((eb) => eb.fn('publication.tally_values', [eb.val(sequence)]).as('done'))
    .execute();
  await publishContents(em);
  await storeTables(em, sequence, disclosure.changed);
  await markPublished(em, areas);
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

/** Every area in which a value may begin or end. */
async function areasOf(em: EntityManager): Promise<string[]> {
  const rows = await stage(em)
    .selectFrom('candidate_value')
    .select('area')
    .union((eb) =>
      eb.selectFrom('publication.value').select('area').where('until_release', 'is', null),
    )
    .execute();
  return rows.map(({ area }) => area);
}

/** One statement for each of `areas`, if the key has the area; one for all if `areas` is null. */
async function writeTable(
  em: EntityManager,
  name: PublicationTable,
  sequence: number,
  areas: readonly string[] | null,
) {
  const { key, columns } = shapeOf(em, name);
  const listed = (alias: string) =>
    sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)));
  const same = sql<boolean>`${sql.join(
    key.map((column) => sql`${sql.ref(`c.${column}`)} = ${sql.ref(`s.${column}`)}`),
    sql` and `,
  )}`;
  const unchanged = sql<boolean>`row(${listed('c')}) is not distinct from row(${listed('s')})`;
  for (const area of areas ?? [null]) {
    await anyStage(em)
      .updateTable(`publication.${name} as s`)
      .set({ until_release: sequence })
      .where('s.until_release', 'is', null)
      .where(none(`candidate_${name} as c`, same, unchanged))
      .$if(area !== null, (query) => query.where('s.area', '=', area))
      .execute();
    await anyStage(em)
      .insertInto(`publication.${name}`)
      .columns([...columns, 'from_release'])
      .expression((eb) =>
        eb
          .selectFrom(`candidate_${name} as c`)
          .select(columns.map((column) => `c.${column}`))
          .select(sql<number>`${sequence}::int`.as('from_release'))
          .where(none(`publication.${name} as s`, sql`s.until_release is null`, same))
          .$if(area !== null, (query) => query.where('c.area', '=', area)),
      )
      .execute();
  }
}

/** Keeps a list of the fresh values that the staged candidate publishes. */
export const keepReleased = (em: EntityManager): Promise<void> =>
  keep(
    em,
    'released_value',
    stage(em)
      .selectFrom('candidate_origin as o')
      .innerJoin('candidate_value as v', (join) => join.on(sameCell('v', 'o')))
      .select(['o.observation', 'o.revision', 'o.area'])
      .where('o.fresh', '=', true)
      .where(none('held_table as h', sameCell('h', 'o', ['indicator', 'year']))),
  );

/** If a value was recalled or changed meanwhile, the release fails. */
async function markPublished(em: EntityManager, areas: readonly string[]): Promise<void> {
  const { count } = await stage(em)
    .selectFrom('released_value')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  let marked = 0;
  for (const area of areas) {
    const { numUpdatedRows } = await stage(em)
      .updateTable('work.observation as w')
      .from('released_value as r')
      .set((eb) => ({
        state: 'PUBLISHED',
        published_revision: eb.ref('w.current_revision'),
        version: sql`w.version + 1`,
      }))
      .where('r.area', '=', area)
      .whereRef('w.area', '=', 'r.area')
      .whereRef('w.id', '=', 'r.observation')
      .whereRef('w.current_revision', '=', 'r.revision')
      .where('w.state', '=', 'APPROVED')
      .executeTakeFirst();
    marked += Number(numUpdatedRows);
  }
  if (marked !== count) throw new ApiError('CONFLICT');
  await stage(em)
    .deleteFrom('work.value_in_work as l')
    .using('work.observation as o')
    .whereRef('o.id', '=', 'l.observation')
    .where('o.state', '=', 'PUBLISHED')
    .execute();
}
