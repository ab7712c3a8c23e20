import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CODED_FIELDS } from '@qadam/domain';
import type { Language } from '@qadam/i18n';
import { sql, type Updateable } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { db, json } from '../../database/db.ts';
import { ago, instant, now } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import type { Tables } from '../../database/tables.ts';
import { cleanJson } from './clean-json.ts';
import { type Answers, type Codes, type RowFix, NO_ANSWERS } from './answers.ts';
import type { ColumnChoice } from './formats/format.ts';
import type { Preview } from './formats/preview.ts';
import type { ImportRow } from './import-job.entity.ts';
import type { Said } from './file-shape.store.ts';
import type { FileColumn, ImportProblem } from './import-problem.ts';
import { rowsOf } from './import-row.store.ts';

/** A running import updates its job often. If a job was not updated for this long, the process that read it is gone. */
const SILENCE = '2 minutes';

/** How many jobs of one person are kept; the oldest are deleted. */
const MAX_JOBS = 20;
/** How many texts of one field of a file a person can explain. */
const MAX_TEXTS = 1000;

const change = (em: EntityManager, id: string) =>
  db(em).updateTable('work.import_job').where('id', '=', id);

export interface Upload {
  area: string;
  /** Null: all years that the file is about. */
  cycle: number | null;
  /** The writer's language, which decides what a comma is; null: unknown. */
  lang: Language | null;
  fileName: string;
  bytes: Buffer;
}

export async function createJob(
  em: EntityManager,
  actor: Actor,
  { area, cycle, lang, fileName, bytes }: Upload,
): Promise<string> {
  const id = randomUUID();
  // each job keeps its whole file, so old ones are deleted first
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
        .limit(MAX_JOBS - 1),
    )
    .execute();
  await db(em)
    .insertInto('work.import_job')
    .values({
      ...{ id, area, cycle, file_name: fileName, lang, content: bytes },
      ...{ state: 'READING', created_by: actor.id },
    })
    .execute();
  return id;
}

export type ImportJob = NonNullable<Awaited<ReturnType<typeof findJob>>>;

/** Is nothing of the file left to be stored? Either it was stored, or it has no errors and would change nothing. */
export const leavesNothing = ({ state, summary, fileProblems }: ImportJob): boolean =>
  state === 'COMMITTED' ||
  (state === 'CHECKED' &&
    summary !== null &&
    summary.new + summary.changed + summary.errors === 0 &&
    fileProblems.every(({ severity }) => severity !== 'ERROR'));

/** INTERRUPTED: the server stopped while it read the file. The file can be read again, as its bytes are kept. */
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
    // while the file is read, this is only the time of its last sign of life
    .select((eb) =>
      eb
        .case()
        .when('state', '<>', 'READING')
        .then(instant('touched_at', 'US'))
        .end()
        .as('checkedAt'),
    )
    .select(['checked', 'seen', 'summary', 'problems as fileProblems', 'columns', 'codes'])
    .select('preview')
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

/** Locks the job against committing, fixing and reading again until the transaction ends. */
export async function lockJob(em: EntityManager, id: string): Promise<void> {
  if (!isId(id)) return;
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
  return new Uint8Array(file?.content ?? []);
}

export async function answersOf(em: EntityManager, id: string): Promise<Answers> {
  const answers = await db(em)
    .selectFrom('work.import_job')
    .select(['codes', 'mends'])
    .where('id', '=', id)
    .executeTakeFirst();
  return answers ?? NO_ANSWERS;
}

/** Gives the job the answers kept for files of its shape. A person can change them later for this file. */
export async function takeSaid(em: EntityManager, id: string, { columnChoice, codes }: Said) {
  await change(em, id)
    .set({
      column_choice: columnChoice === null ? null : cleanJson(columnChoice),
      codes: cleanJson(codes),
    })
    .execute();
}

/** Stores a correction of one row; it replaces an earlier one. */
export async function setMend(em: EntityManager, id: string, number: number, rowFix: RowFix) {
  await change(em, id)
    .set({ mends: sql`mends || ${cleanJson({ [number]: rowFix })}` })
    .execute();
}

/** What a person says about a whole file. */
export interface FileAnswers {
  columns: ColumnChoice | null;
  codes: Codes | null | undefined;
}

/**
 * Sets the job back to the beginning, unless it is being read or is committed. Corrections of rows are kept unless the choice of
 * columns changes; so are the answers about texts, unless the caller clears them (`codes` null).
 */
export async function restartJob(
  em: EntityManager,
  id: string,
  { columns, codes }: FileAnswers,
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

type Facts = Pick<Updateable<Tables['work.import_job']>, 'format' | 'seen' | 'checked' | 'state'>;

/** Saves what was found out about the file that is read; without facts, it only marks that the import is still running. */
export async function setJob(
  em: EntityManager,
  id: string,
  { columns, preview, ...facts }: Facts & { columns?: FileColumn[]; preview?: Preview | null } = {},
): Promise<void> {
  await change(em, id)
    .set({ ...facts, ...(columns && { columns: cleanJson(columns) }), touched_at: now })
    .where('state', '=', 'READING')
    .$if(preview != null, (query) => query.set({ preview: cleanJson(preview ?? null) }))
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
        const of = (verdict: ImportRow['verdict']) =>
          fn.countAll<number>().filterWhere('verdict', '=', verdict);
        return jsonBuildObject({
          ...{ rows: fn.countAll<number>(), new: of('NEW'), changed: of('CHANGED') },
          ...{ same: of('SAME'), rejected: of('REJECTED') },
          errors: fn.countAll<number>().filterWhere('severity', '=', 'ERROR'),
        }).as('summary');
      }),
    })
    .execute();
}

/** Adds problems of the file as a whole, unless it has been stored or is read again meanwhile. */
export async function addProblems(
  em: EntityManager,
  id: string,
  problems: ImportProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  await change(em, id)
    .set({ problems: sql`problems || ${cleanJson(problems)}` })
    .where('state', '=', 'CHECKED')
    .execute();
}

export async function markCommitted(em: EntityManager, id: string): Promise<void> {
  await change(em, id).set({ state: 'COMMITTED', committed_at: now }).execute();
}

/** The earlier answers with the new ones added; a new answer for the same text replaces the old one. */
function merged(before: Codes, now: Codes): Codes {
  const fields = CODED_FIELDS.filter((field) => before[field] ?? now[field]);
  const all = fields.map((field) => [field, { ...before[field], ...now[field] }] as const);
  if (all.some(([, texts]) => Object.keys(texts).length > MAX_TEXTS))
    throw new ApiError('BAD_USER_INPUT', 'Too many texts: put them right in the file.');
  return Object.fromEntries(all);
}
