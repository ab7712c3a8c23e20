import type { EntityManager } from '@mikro-orm/postgresql';
import { BREAKDOWN_DIMENSIONS, CODED_FIELDS, type CodedField, type Part } from '@qadam/domain';
import { type NotNull, sql } from 'kysely';
import { isEntered } from '../../database/cells.ts';
import { db, json } from '../../database/db.ts';
import { exact, partAsJson } from '../../database/expressions.ts';
import type { CellChange } from '../observations/cell-saver.ts';
import type { CellRef } from '../observations/cell-ref.ts';
import { ASKED_CODES, MAX_CODE_LENGTH } from './answers.ts';
import { rowsAsJson } from './as-json.ts';
import type { CheckedRow } from './check-rows.ts';
import type { FileCell } from './file-sums.ts';
import type { Field } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';

const BATCH = 1000;

const ROW = [
  ...(['number', 'line', 'verdict', 'severity', 'cell', 'content', 'version'] as const),
  ...(['before', 'typed', 'problems'] as const),
];

export const rowsOf = (em: EntityManager, id: string) =>
  db(em).selectFrom('work.import_row').where('job', '=', id);

/** By `rowsAsJson`, in one statement. */
export async function insertRows(em: EntityManager, id: string, rows: string): Promise<void> {
  await db(em)
    .insertInto('work.import_row')
    .columns(['job', ...ROW, 'source'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<
            Omit<CheckedRow, 'problems'>
          >`jsonb_populate_recordset(null::work.import_row, ${rows}::jsonb)`.as('x'),
        )
        .select((x) => [x.val(id).as('job'), ...ROW, 'source']),
    )
    .execute();
}

/** A page of them. `cells`: what stands in the cells of a row that is not green. */
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

/** Of so many rows with something to say, in the order of the file; red ones come with the yellow ones. */
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

/** What a commit writes, in batches: memory stays flat, however many rows there are. */
export async function* changesOf(em: EntityManager, id: string): AsyncGenerator<CellChange[]> {
  const { last } = await rowsOf(em, id)
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  for (let after = 0; after < last; after += BATCH) {
    const rows = await rowsOf(em, id)
      .select(['cell', 'content', 'version'])
      .where('number', '>', after)
      .where('number', '<=', after + BATCH)
      .where('verdict', 'in', ['NEW', 'CHANGED'])
      .orderBy('number')
      .$narrowType<{ cell: NotNull; content: NotNull; version: NotNull }>()
      .execute();
    if (rows.length > 0) yield rows.map(({ cell, ...row }) => ({ ...cell, ...row }));
  }
}

/**
 * The cells of a stored file that wait to be handed in, each with the version that the file left it in. Row by row of the
 * file: nothing is known yet of how many rows there are, and joined as tables each could be looked for among all.
 */
export const draftsOf = (
  em: EntityManager,
  { job, area, cycle }: { job: string; area: string; cycle: number },
) =>
  db(em)
    .selectFrom('work.import_row as n')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('work.observation as o')
          .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
          .select(['o.id', 'o.indicator'])
          .where('o.area', '=', area)
          .where('o.year', '=', cycle)
          .where('o.indicator', '=', sql<string>`n.cell ->> 'indicator'`)
          .where((o) =>
            o.and(
              BREAKDOWN_DIMENSIONS.map((dimension) =>
                o(`o.${dimension}`, '=', sql<string>`n.cell -> 'part' ->> ${sql.lit(dimension)}`),
              ),
            ),
          )
          .where('o.state', 'in', ['DRAFT', 'RETURNED'])
          .where(isEntered('r'))
          .limit(1)
          .as('d'),
      (on) => on.onTrue(),
    )
    .select([
      'd.id',
      sql<number>`case n.verdict when 'SAME' then n.version else n.version + 1 end`.as(
        'expectedVersion',
      ),
    ])
    .where('n.job', '=', job)
    .where('n.verdict', '<>', 'REJECTED')
    .orderBy('d.indicator')
    .orderBy('d.id')
    .execute();

/** What the return would say of one indicator: what the rows say, else what is saved. */
export async function cellsOf(
  em: EntityManager,
  id: string,
  indicator: string,
): Promise<FileCell[]> {
  return db(em)
    .with('told', () =>
      rowsOf(em, id)
        .select(sql<Part>`cell -> 'part'`.as('part'))
        .select(
          FIGURES.map((figure) => sql<string | null>`content ->> ${sql.lit(figure)}`.as(figure)),
        )
        .select(sql<number | null>`line`.as('line'))
        .where(OF, '=', indicator)
        .where('verdict', '<>', 'REJECTED'),
    )
    .with('saved', (query) =>
      query
        .selectFrom('work.import_job as j')
        .innerJoin('work.observation as o', (on) =>
          on.onRef('o.area', '=', 'j.area').onRef('o.year', '=', 'j.cycle'),
        )
        .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
        .select(sql<Part>`${partAsJson('o')}::jsonb`.as('part'))
        .select(FIGURES.map((figure) => exact<string | null>(`r.${figure}`).as(figure)))
        .select(sql<number | null>`null::int`.as('line'))
        .where('o.indicator', '=', indicator)
        .where('j.id', '=', id),
    )
    .selectFrom('told')
    .selectAll()
    .unionAll((query) =>
      query
        .selectFrom('saved')
        .selectAll()
        .where('part', 'not in', (eb) => eb.selectFrom('told').select('part')),
    )
    .execute();
}

const FIGURES = ['value', 'numerator', 'denominator'] as const;

/** As the table's index has it. */
const OF = sql<string>`cell ->> 'indicator'`;

/** The line of another row that says something of the cell. */
export async function twinOf(
  em: EntityManager,
  id: string,
  number: number,
  cell: CellRef,
): Promise<number | null> {
  const row = await rowsOf(em, id)
    .select('line')
    .where('number', '<>', number)
    .where(OF, '=', cell.indicator)
    .where('cell', '=', json(cell))
    .where('verdict', '<>', 'REJECTED')
    .limit(1)
    .executeTakeFirst();
  return row?.line ?? null;
}

/** Null for a row that needs no mending. */
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

/** A text that was not understood, or that this return does not take, and in how many red rows it stands. */
export type UnknownText = Awaited<ReturnType<typeof unknownTexts>>[number];

/** Texts of red rows that a person can say something of: the first of the file first. `code`: of the problem. */
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
