import type { EntityManager } from '@mikro-orm/postgresql';
import type { Part, WorkState } from '@qadam/domain';
import { type AliasableExpression, type RawBuilder, type Selectable, sql } from 'kysely';
import { db } from '../../database/db.ts';
import { CELL_COLUMNS, sameCell } from '../../database/expressions.ts';
import { newId } from '../../database/ids.ts';
import type { Tables } from '../../database/tables.ts';
import type { ReasonCode, Via } from '../../graphql/enums.ts';
import type { CellFrame } from './cell-ref.ts';
import type { Content } from './observation.entity.ts';

/** An observation as it is stored after a change. */
export interface StoredCell {
  id: string;
  state: WorkState;
  version: number;
  currentRevision: string;
}

export interface RevisedCell extends StoredCell {
  content: Content;
  reason: ReasonCode | null;
}

interface Origin {
  via: Via;
  /** Null for a figure from a named public source. */
  author: string | null;
  source?: string | null;
}

/**
 * Writes revisions and makes them the current ones, in two SQL statements for any number of observations. The observations
 * must exist and be locked; a new one already points to its first revision.
 */
export async function writeRevisions(
  em: EntityManager,
  cells: readonly RevisedCell[],
  { via, author, source = null }: Origin,
): Promise<void> {
  const revisions = cells.map(({ id, currentRevision, content, reason }) => ({
    id: currentRevision,
    observation: id,
    value: content.value,
    numerator: content.numerator,
    denominator: content.denominator,
    missing_reason: content.missingReason,
    obs_status: content.obsStatus,
    source_text: content.sourceText,
    comment: content.comment,
    fact_date: content.factDate,
    provision: content.provision,
    basis: content.basis,
    reason,
  }));
  const [first] = revisions;
  if (first === undefined) return;
  const columns = Object.keys(first) as (keyof typeof first)[];
  await db(em)
    .insertInto('work.revision')
    .columns([...columns, 'area', 'number', 'period', 'source', 'via', 'author'])
    .expression((insert) =>
      insert
        .selectFrom(rowsLike('work.revision', revisions).as('x'))
        .innerJoin('work.observation as o', 'o.id', 'x.observation')
        .leftJoin('work.revision as b', 'b.id', 'o.current_revision')
        .select(columns.map((column) => `x.${column}` as const))
        .select([
          'o.area',
          // the current one need not be the newest: it may have been chosen back
          sql<number>`coalesce((select max(n.number) from work.revision n where n.observation = o.id), 0) + 1`.as(
            'number',
          ),
          // if the figure is unchanged, it is still about the same period
          sql<
            string | null
          >`case when b.value = x.value and ${source}::text is null then b.period end`.as('period'),
          sql<string | null>`${source}::text`.as('source'),
          sql<Via>`${via}::text`.as('via'),
          sql<string | null>`${author}::uuid`.as('author'),
        ]),
    )
    .execute();
  const earlier = cells.flatMap(({ id, state, version, currentRevision }) =>
    version > 1 ? [{ id, state, version, current_revision: currentRevision }] : [],
  );
  if (earlier.length === 0) return;
  await db(em)
    .updateTable('work.observation as o')
    .from(rowsLike('work.observation', earlier).as('x'))
    .set((eb) => ({
      state: eb.ref('x.state'),
      version: eb.ref('x.version'),
      current_revision: eb.ref('x.current_revision'),
    }))
    .whereRef('o.id', '=', 'x.id')
    .execute();
}

/** The columns of a revision that are the content of its cell. */
const CONTENT_COLUMNS = [
  ...(['value', 'numerator', 'denominator', 'missing_reason', 'obs_status'] as const),
  ...(['source_text', 'comment', 'fact_date', 'provision', 'basis'] as const),
] as const;

/** A first save, as a row of a table. */
export interface FirstSave
  extends Part, Pick<Selectable<Tables['work.revision']>, (typeof CONTENT_COLUMNS)[number]> {
  indicator: string;
}

/** First saves whose contents are in the database already, as those of a file are. */
export type FirstSaves = AliasableExpression<FirstSave>;

/**
 * Writes new observations and their first revisions in one SQL statement for any number of them; no row is fetched to the server.
 * Returns how many were written: 0, and nothing is written, if one of the cells was saved before.
 */
export async function writeFirstRevisions(
  em: EntityManager,
  saves: FirstSaves,
  { area, year }: Pick<CellFrame, 'area' | 'year'>,
  { state, via, author }: Pick<Origin, 'via' | 'author'> & Pick<StoredCell, 'state'>,
): Promise<number> {
  const { numInsertedOrUpdatedRows: written = 0n } = await db(em)
    .with(
      // materialized, because under row-level security PostgreSQL uses no index for a condition with a function of another table's row
      (n) => n('n').materialized(),
      (query) =>
        query
          .selectFrom(saves.as('x'))
          .selectAll('x')
          .select([sql<string>`${area}::text`.as('area'), sql<number>`${year}::int`.as('year')])
          .select([newId.as('id'), newId.as('revision')]),
    )
    .with('taken', (query) =>
      query
        .selectFrom('n')
        .innerJoin('work.observation as o', (join) => join.on(sameCell('o', 'n')))
        .select('o.id')
        .limit(1),
    )
    .with('begun', (query) =>
      query
        .insertInto('work.observation')
        .columns([...CELL_COLUMNS, 'id', 'current_revision', 'state', 'version'])
        .expression((insert) =>
          insert
            .selectFrom('n')
            .select([...CELL_COLUMNS, 'id', 'revision'])
            .select([sql<WorkState>`${state}::text`.as('state'), sql<number>`1`.as('version')])
            .where((eb) => eb.not(eb.exists(eb.selectFrom('taken').select('taken.id')))),
        ),
    )
    .insertInto('work.revision')
    .columns([...CONTENT_COLUMNS, 'id', 'observation', 'area', 'number', 'via', 'author'])
    .expression((insert) =>
      insert
        .selectFrom('n')
        .select([...CONTENT_COLUMNS, 'revision', 'id', 'area', sql<number>`1`.as('number')])
        .select([
          sql<Via>`${via}::text`.as('via'),
          sql<string | null>`${author}::uuid`.as('author'),
        ])
        .where((eb) => eb.not(eb.exists(eb.selectFrom('taken').select('taken.id')))),
    )
    .executeTakeFirst();
  return Number(written);
}

/** Rows with the columns of a table, passed as one bound parameter. */
const rowsLike = <Row extends object>(table: string, rows: readonly Row[]): RawBuilder<Row> =>
  sql<Row>`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
