import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CODED_FIELDS, type CodedField, type Part } from '@qadam/domain';
import type { Language } from '@qadam/i18n';
import { type NotNull, type RawBuilder, sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { db, json } from '../../database/db.ts';
import { ago, exact, now, partAsJson } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import type { CellChange } from '../observations/cell-saver.ts';
import type { Face } from '../observations/face.ts';
import { asJson, rowsAsJson } from './as-json.ts';
import {
  type Answers,
  ASKED_CODES,
  type Codes,
  LONGEST_CODE,
  type Mend,
  NO_ANSWERS,
} from './answers.ts';
import type { CheckedRow, Verdict } from './check-rows.ts';
import type { FileCell } from './file-sums.ts';
import type { ColumnChoice, Field } from './formats/format.ts';
import type { FileColumn, ImportProblem } from './import-problem.ts';

/** A thread writes after every thousand rows: silence for this long is a thread that is gone. */
const SILENCE = '2 minutes';

/** That are kept of one person, the newest. */
const MOST_JOBS = 20;
/** That somebody can say something of, in each field of a file. */
const MOST_TEXTS = 1000;

const BATCH = 1000;

const ROW = [
  ...(['number', 'line', 'verdict', 'severity', 'cell', 'content', 'version'] as const),
  ...(['before', 'typed', 'problems'] as const),
];

/** A value for a jsonb column of what a file says. */
const cleanJson = <T>(value: T): RawBuilder<T> => sql<T>`${asJson(value)}::jsonb`;

const change = (em: EntityManager, id: string) =>
  db(em).updateTable('work.import_job').where('id', '=', id);

const rowsOf = (em: EntityManager, id: string) =>
  db(em).selectFrom('work.import_row').where('job', '=', id);

export async function createJob(
  em: EntityManager,
  actor: Actor,
  job: { area: string; cycle: number; lang: Language | null; fileName: string; bytes: Buffer },
): Promise<string> {
  const id = randomUUID();
  // a job is looked at for a month; what was committed stays in the revisions
  await db(em)
    .deleteFrom('work.import_job')
    .where('area', '=', job.area)
    .where('created_at', '<', ago('30 days'))
    .execute();
  // every one keeps its file
  await db(em)
    .deleteFrom('work.import_job')
    .where('created_by', '=', actor.id)
    .where((eb) => eb.or([eb('state', '<>', 'READING'), eb('touched_at', '<', ago(SILENCE))]))
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('work.import_job')
        .select('id')
        .where('created_by', '=', actor.id)
        .orderBy('created_at', 'desc')
        .limit(MOST_JOBS - 1),
    )
    .execute();
  await db(em)
    .insertInto('work.import_job')
    .values({
      ...{ id, area: job.area, cycle: job.cycle, file_name: job.fileName, lang: job.lang },
      ...{ content: job.bytes, state: 'READING', created_by: actor.id },
    })
    .execute();
  return id;
}

export type ImportJob = NonNullable<Awaited<ReturnType<typeof findJob>>>;

/** INTERRUPTED: the server stopped while it read. It can be read again from what was sent. */
export async function findJob(em: EntityManager, id: string) {
  if (!isId(id)) return null;
  const job = await db(em)
    .selectFrom('work.import_job')
    .select(['id as job', 'area', 'cycle', 'file_name as fileName', 'lang', 'format'])
    .select((eb) =>
      eb
        .case()
        .when(eb.and([eb('state', '=', 'READING'), eb('touched_at', '<', ago(SILENCE))]))
        .then(sql<'INTERRUPTED'>`'INTERRUPTED'`)
        .else(eb.ref('state'))
        .end()
        .as('state'),
    )
    .select(['checked', 'seen', 'summary', 'problems as fileProblems', 'columns', 'codes'])
    .select(['column_choice as columnChoice', 'created_by as sender'])
    .select(['created_at as createdAt', 'committed_at as committedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (job === undefined) return null;
  const { checked, seen, createdAt, committedAt, ...rest } = job;
  return {
    ...rest,
    progress: { checked, seen },
    createdAt: createdAt.toISOString(),
    committedAt: committedAt?.toISOString() ?? null,
  };
}

/** Until the transaction ends nobody else commits, mends or reads it again. */
export async function lockJob(em: EntityManager, id: string): Promise<void> {
  await db(em)
    .selectFrom('work.import_job')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

export async function bytesOf(em: EntityManager, id: string): Promise<Uint8Array> {
  const file = await db(em)
    .selectFrom('work.import_job')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst();
  return Uint8Array.from(file?.content ?? []);
}

export async function answersOf(em: EntityManager, id: string): Promise<Answers> {
  const said = await db(em)
    .selectFrom('work.import_job')
    .select(['codes', 'mends'])
    .where('id', '=', id)
    .executeTakeFirst();
  return said ?? NO_ANSWERS;
}

/** What is said of a row replaces what was said of it before. */
export async function setMend(em: EntityManager, id: string, number: number, mend: Mend) {
  await change(em, id)
    .set({ mends: sql`mends || ${cleanJson({ [number]: mend })}` })
    .execute();
}

/**
 * Back to the beginning, unless somebody is reading or it is committed. What was put right in single rows stays, but
 * where its columns are other ones; so does what was said of texts, until it is forgotten (`codes` null).
 */
export async function restartJob(
  em: EntityManager,
  id: string,
  { columns, codes }: { columns: ColumnChoice | null; codes: Codes | null | undefined },
): Promise<boolean> {
  const job = await db(em)
    .selectFrom('work.import_job')
    .select('codes')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const kept = columns === null && codes !== null ? job?.codes : {};
  const { numUpdatedRows: started } = await change(em, id)
    .set({
      ...{ state: 'READING', checked: 0, seen: null, summary: null, touched_at: now },
      problems: json([]),
      codes: cleanJson(merged(kept ?? {}, codes ?? {})),
      ...(columns === null ? {} : { column_choice: json(columns), mends: json({}) }),
    })
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['CHECKED', 'REFUSED']),
        eb.and([eb('state', '=', 'READING'), eb('touched_at', '<', ago(SILENCE))]),
      ]),
    )
    .executeTakeFirst();
  if (started > 0) await db(em).deleteFrom('work.import_row').where('job', '=', id).execute();
  return started > 0;
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
    .where((eb) => eb(eb.fn('length', ['text']), '<=', LONGEST_CODE))
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

export async function setFormat(em: EntityManager, id: string, format: string, seen: number) {
  await change(em, id).set({ format, seen, touched_at: now }).execute();
}

export async function setColumns(em: EntityManager, id: string, columns: FileColumn[]) {
  await change(em, id)
    .set({ columns: cleanJson(columns) })
    .execute();
}

/** A batch of rows in one statement, by `rowsAsJson`; `checked`: at so many rows of the file. */
export async function addRows(em: EntityManager, id: string, rows: string, checked: number) {
  await insertRows(em, id, rows);
  await change(em, id).set({ checked, touched_at: now }).execute();
}

/** Somebody is at it. */
export async function touchJob(em: EntityManager, id: string): Promise<void> {
  await change(em, id).set({ touched_at: now }).execute();
}

async function insertRows(em: EntityManager, id: string, rows: string): Promise<void> {
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

export async function finishJob(
  em: EntityManager,
  id: string,
  state: 'CHECKED' | 'REFUSED',
  problems: ImportProblem[],
): Promise<void> {
  await change(em, id)
    .set({
      ...{ state, problems: cleanJson(problems), touched_at: now },
      summary: rowsOf(em, id).select(({ fn }) => {
        const of = (verdict: Verdict) => fn.countAll<number>().filterWhere('verdict', '=', verdict);
        return jsonBuildObject({
          ...{ rows: fn.countAll<number>(), new: of('NEW'), changed: of('CHANGED') },
          ...{ same: of('SAME'), rejected: of('REJECTED') },
          errors: fn.countAll<number>().filterWhere('severity', '=', 'ERROR'),
        }).as('summary');
      }),
    })
    .execute();
}

export async function markCommitted(em: EntityManager, id: string): Promise<void> {
  await change(em, id).set({ state: 'COMMITTED', committed_at: now }).execute();
}

interface RowFilter {
  verdict?: Verdict | null;
  severity?: CheckedRow['severity'] | null;
  /** Only rows with something to say. */
  troubled?: boolean;
  offset: number;
  limit: number;
}

export type StoredRow = Awaited<ReturnType<typeof readRows>>[number];

/** `cells`: what stands in the cells of a row that is not green. */
export function readRows(em: EntityManager, id: string, filter: RowFilter) {
  const { verdict = null, severity = null, troubled = false, offset, limit } = filter;
  return rowsOf(em, id)
    .select(ROW)
    .select(
      sql<
        Partial<Record<Field, string>>
      >`(select coalesce(json_object_agg(key, left(value ->> 'text', 500)), '{}')
        from jsonb_each(source -> 'cells'))`.as('cells'),
    )
    .$if(verdict !== null, (query) => query.where('verdict', '=', verdict))
    .$if(severity !== null, (query) => query.where('severity', '=', severity))
    .$if(troubled, (query) => query.where('severity', '<>', 'OK'))
    .orderBy('number')
    .limit(limit)
    .offset(offset)
    .execute();
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
  cell: Face,
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

/** What is said now beside what was said before; of the same text it replaces it. */
function merged(before: Codes, now: Codes): Codes {
  const fields = CODED_FIELDS.filter((field) => before[field] ?? now[field]);
  const all = fields.map((field) => [field, { ...before[field], ...now[field] }] as const);
  if (all.some(([, texts]) => Object.keys(texts).length > MOST_TEXTS))
    throw new ApiError('BAD_USER_INPUT', 'Too many texts: put them right in the file.');
  return Object.fromEntries(all);
}
