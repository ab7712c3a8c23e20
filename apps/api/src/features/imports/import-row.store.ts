import type { EntityManager } from '@mikro-orm/postgresql';
import { BREAKDOWN_DIMENSIONS, CODED_FIELDS, type CodedField, type Part } from '@qadam/domain';
import { type NotNull, sql, type SqlBool } from 'kysely';
import { isEntered } from '../../database/cells.ts';
import { db, json } from '../../database/db.ts';
import { sameCell } from '../../database/expressions.ts';
import { isOpenCycle } from '../cycles/calendar.ts';
import type { CellRef } from '../observations/cell-ref.ts';
import { waitsForSignature } from '../observations/waiting-signature.ts';
import { ASKED_CODES, MAX_CODE_LENGTH } from './answers.ts';
import { rowsAsJson } from './as-json.ts';
import type { CheckedRow } from './check-rows.ts';
import type { Field } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';

/** The indicator of a row, written exactly as in the table's index, so that the index is used. */
export const OF = sql<string>`cell ->> 'indicator'`;

/** The codes of a row's part. */
export const PART = BREAKDOWN_DIMENSIONS.map((dimension) =>
  sql<string>`cell -> 'part' ->> ${sql.lit(dimension)}`.as(dimension),
);

const ROW = [
  ...(['number', 'line', 'verdict', 'severity', 'cell', 'content', 'version'] as const),
  'year' as const,
  ...(['before', 'typed', 'problems'] as const),
];

export const rowsOf = (em: EntityManager, id: string) =>
  db(em).selectFrom('work.import_row').where('job', '=', id);

/** Inserts the output of `rowsAsJson` in one statement. */
export async function insertRows(em: EntityManager, id: string, rows: Uint8Array): Promise<void> {
  const text = sql<string>`convert_from(${Buffer.from(rows.buffer)}::bytea, 'UTF8')`;
  await db(em)
    .insertInto('work.import_row')
    .columns(['job', ...ROW, 'source'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<
            Omit<CheckedRow, 'problems'>
          >`jsonb_populate_recordset(null::work.import_row, ${text}::jsonb)`.as('x'),
        )
        .select((x) => [x.val(id).as('job'), ...ROW, 'source']),
    )
    .execute();
}

/** A page of a file's rows. `cells`: the texts of the file, kept for rows that are not green. */
export const readRows = (
  em: EntityManager,
  id: string,
  severity: CheckedRow['severity'] | null,
  offset: number,
  limit: number,
) =>
  rowsOf(em, id)
    .select(ROW)
    .select(
      sql<
        Partial<Record<Field, string>>
      >`(select coalesce(json_object_agg(key, left(value ->> 'text', 500)), '{}')
        from jsonb_each(source -> 'cells'))`.as('cells'),
    )
    .$if(severity !== null, (query) => query.where('severity', '=', severity))
    .orderBy('number')
    .limit(limit)
    .offset(offset)
    .execute();

/** The first problems of the rows, red and yellow together, in the order of the file; at most `limit`. */
export async function problemsOf(
  em: EntityManager,
  id: string,
  limit: number,
): Promise<ImportProblem[]> {
  const rows = await rowsOf(em, id)
    .select('problems')
    .where('severity', '<>', 'OK')
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.flatMap(({ problems }) => problems).slice(0, limit);
}

/** Why yellow rows were left out: counted by the code of each row's first problem, with one problem as an example. */
export const leftOutOf = (
  em: EntityManager,
  id: string,
): Promise<{ rows: number; problem: ImportProblem }[]> =>
  rowsOf(em, id)
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .select(sql<ImportProblem>`(array_agg(problems -> 0 order by number))[1]`.as('problem'))
    .where('verdict', '=', 'REJECTED')
    .where('severity', '=', 'WARN')
    .where(sql<boolean>`jsonb_array_length(problems) > 0`)
    .groupBy(sql`problems -> 0 ->> 'code'`)
    .orderBy('rows', 'desc')
    .execute();

/** The codes of those dimensions in which all rows of a series have the same text. */
export async function commonParts(
  em: EntityManager,
  id: string,
  series: string,
): Promise<Partial<Part>> {
  const said = await rowsOf(em, id)
    .select(
      BREAKDOWN_DIMENSIONS.flatMap((dimension) => {
        const text = sql<string>`coalesce(source -> 'cells' -> ${sql.lit(dimension)} ->> 'text', '')`;
        return [
          sql<string | null>`min(${text})`.as(dimension),
          sql<boolean>`min(${text}) = max(${text})`.as(`${dimension}_alike`),
        ];
      }),
    )
    .where(sql<string>`btrim(source -> 'cells' -> 'series' ->> 'text')`, '=', series)
    .executeTakeFirst();
  const facts = new Map(Object.entries<unknown>(said ?? {}));
  return Object.fromEntries(
    BREAKDOWN_DIMENSIONS.flatMap((dimension) => {
      const text = facts.get(dimension);
      const isCommon = facts.get(`${dimension}_alike`) === true;
      return isCommon && typeof text === 'string' && !['', '_T', '_Z'].includes(text)
        ? [[dimension, text]]
        : [];
    }),
  );
}

/** Problems that keep a row out until an officer reopens its cell. */
const CLOSED = ['CYCLE_CLOSED', 'NOT_ASSIGNED', 'LOCKED_PUBLISHED'];

/** The indicators and years that a file has values for but cannot change now, with the number of such cells. */
export const closedCellsOf = (em: EntityManager, id: string) =>
  rowsOf(em, id)
    .innerJoinLateral(
      sql<{ code: string }>`jsonb_to_recordset(problems)`.as<'p'>(sql`p(code text)`),
      (on) => on.onTrue(),
    )
    .select(['year', OF.as('indicator')])
    .select(({ fn }) => fn.countAll<number>().as('cells'))
    .where('verdict', '=', 'REJECTED')
    .where('p.code', 'in', CLOSED)
    .where('year', 'is not', null)
    .groupBy(['year', OF])
    .orderBy('year')
    .orderBy(OF)
    .$narrowType<{ year: NotNull }>()
    .execute();

/** The years that a commit would change, in order, each with its indicators. */
export async function yearsOf(
  em: EntityManager,
  id: string,
): Promise<{ year: number; indicators: string[] }[]> {
  const rows = await rowsOf(em, id)
    .select(['year', OF.as('indicator')])
    .distinct()
    .where('verdict', 'in', ['NEW', 'CHANGED'])
    .where('year', 'is not', null)
    .orderBy('year')
    .$narrowType<{ year: NotNull }>()
    .execute();
  return Array.from(
    Map.groupBy(rows, ({ year }) => year),
    ([year, of]) => ({ year, indicators: of.map(({ indicator }) => indicator) }),
  );
}

/** The cycle that each year of a stored file is submitted with: the year's own, else a later one, preferably open. Null: there is none. */
export const returnsOf = (em: EntityManager, id: string) =>
  db(em)
    .selectFrom((eb) =>
      eb
        .selectFrom('work.import_row as n')
        .innerJoin('work.import_job as j', 'j.id', 'n.job')
        .innerJoin('work.area as a', 'a.code', 'j.area')
        .select(['n.year', 'a.code as area'])
        .select((of) => of.fn.countAll<number>().as('values'))
        .where('n.job', '=', id)
        .where('n.year', 'is not', null)
        .where('n.verdict', '<>', 'REJECTED')
        .groupBy(['n.year', 'a.code'])
        .as('y'),
    )
    .innerJoin('work.area as a', 'a.code', 'y.area')
    .select(['y.year', 'y.values'])
    .select((eb) =>
      eb
        .selectFrom('work.cycle as c')
        .select('c.year')
        .whereRef('c.year', '>=', 'y.year')
        .orderBy((of) => of('c.year', '=', of.ref('y.year')), 'desc')
        .orderBy(isOpenCycle('c', 'a'), 'desc')
        .orderBy('c.year', 'desc')
        .limit(1)
        .as('cycle'),
    )
    .orderBy('y.year')
    .$narrowType<{ year: NotNull }>()
    .execute();

/** The same condition that `isEntered` puts to a revision. */
const SAYS_SOMETHING = sql<boolean>`num_nonnulls(content ->> 'value', content ->> 'numerator', content ->> 'missingReason') > 0`;

/**
 * The cells of a file that are ready to be submitted, each with the version in which the file found or left it. The file must be stored, or change nothing
 * (`leavesNothing`). To be run after `preferSets`: PostgreSQL has no statistics on the new rows yet, and would otherwise look up each cell one by one in the index of all. The fields are taken out of the JSON first,
 * in a materialised query: under row-level security PostgreSQL uses no index for a condition with a function of another table's row.
 */
export const draftsOf = (
  em: EntityManager,
  { job, area }: { job: string; area: string },
  years: readonly number[],
) =>
  db(em)
    .with(
      (n) => n('n').materialized(),
      (q) =>
        q
          .selectFrom('work.import_row')
          .select(['year', OF.as('indicator'), ...PART])
          .select(sql<number>`version + (verdict <> 'SAME')::int`.as('version'))
          .select(sql<boolean>`(verdict <> 'SAME' and ${SAYS_SOMETHING})`.as('entered'))
          .where('job', '=', job)
          .where('year', 'in', years)
          .where('verdict', '<>', 'REJECTED'),
    )
    .selectFrom('n')
    .innerJoin('work.observation as o', (on) =>
      on.on(sameCell('o', 'n', ['year', 'indicator', ...BREAKDOWN_DIMENSIONS])),
    )
    .where('o.area', '=', area)
    .where('o.year', 'in', years)
    .where('o.state', 'in', ['DRAFT', 'RETURNED'])
    // if nobody changed the cell since the import, its content is what the file says. For other cells the revision is looked up one by one, as a
    // set would be all revisions of all countries. The redundant condition on the year ties the lookup to a row of the file
    .where((o) =>
      o
        .case()
        .when(sql<SqlBool>`n.entered and o.version = n.version`)
        .then(true)
        .else(
          o
            .selectFrom('work.revision as r')
            .select(isEntered('r').as('entered'))
            .whereRef('r.id', '=', 'o.current_revision')
            .whereRef('n.year', '=', 'o.year')
            .$asScalar()
            .$notNull(),
        )
        .end(),
    )
    .select(['o.id', 'n.version'])
    .select(sql<number>`row_number() over (order by o.indicator, o.id)::int - 1`.as('place'));

/** The same without those that wait for a second signature. */
export const freeDraftsOf: typeof draftsOf = (em, job, years) =>
  draftsOf(em, job, years).where((of) => of.not(waitsForSignature));

/** The line of another row about the same cell. */
export async function twinOf(
  em: EntityManager,
  id: string,
  number: number,
  cell: CellRef,
  year: number | null,
): Promise<number | null> {
  const row = await rowsOf(em, id)
    .select('line')
    .where('number', '<>', number)
    .where(OF, '=', cell.indicator)
    .where('cell', '=', json(cell))
    .where('year', '=', year)
    .where('verdict', '<>', 'REJECTED')
    .limit(1)
    .executeTakeFirst();
  return row?.line ?? null;
}

/** The row as the file had it; null for a green row, which needs no correction. */
export async function sourceOf(
  em: EntityManager,
  id: string,
  number: number,
): Promise<CheckedRow['source']> {
  const row = await rowsOf(em, id).select('source').where('number', '=', number).executeTakeFirst();
  return row?.source ?? null;
}

export async function replaceRow(em: EntityManager, id: string, row: CheckedRow): Promise<void> {
  await db(em)
    .deleteFrom('work.import_row')
    .where('job', '=', id)
    .where('number', '=', row.number)
    .execute();
  await insertRows(em, id, rowsAsJson([row]));
}

/** A text that was not understood, or that this return does not accept, with the number of red rows that have it. */
export type UnknownText = Awaited<ReturnType<typeof unknownTexts>>[number];

/** Texts of red rows that a person can explain, in the order of the file. `code`: the code of the problem. */
export function unknownTexts(em: EntityManager, id: string) {
  type Told = { field: CodedField; code: string; severity: string };
  return db(em)
    .selectFrom((eb) =>
      eb
        .selectFrom('work.import_row as r')
        .innerJoinLateral(
          sql<Told>`jsonb_to_recordset(${sql.ref('r.problems')})`.as<'p'>(
            sql`p(field text, code text, severity text)`,
          ),
          (on) => on.onTrue(),
        )
        .select(['r.number', 'r.line', 'p.field', 'p.code'])
        .select(sql<string>`btrim(r.source -> 'cells' -> p.field ->> 'text')`.as('text'))
        .where('r.job', '=', id)
        .where('r.severity', '=', 'ERROR')
        .where('p.severity', '=', 'ERROR')
        .where('p.code', 'in', ASKED_CODES)
        .where('p.field', 'in', CODED_FIELDS)
        .as('told'),
    )
    .where('text', '<>', '')
    .where((eb) => eb(eb.fn('length', ['text']), '<=', MAX_CODE_LENGTH))
    .select((eb) => [
      ...(['field', 'text'] as const),
      eb.fn.min('code').as('code'),
      eb.fn.count<number>('number').distinct().as('rows'),
      eb.fn.min('line').as('line'),
    ])
    .groupBy(['field', 'text'])
    .orderBy((eb) => eb.fn.min('number'))
    .orderBy('field')
    .limit(100)
    .execute();
}
