import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CODED_FIELDS, type CodedField } from '@qadam/domain';
import type { Language } from '@qadam/i18n';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { isId } from '../../database/ids.ts';
import { exact, instant } from '../../database/sql-text.ts';
import { partAsJson } from '../../database/cell-columns.ts';
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

export interface Summary {
  rows: number;
  new: number;
  changed: number;
  same: number;
  rejected: number;
  /** Of the rejected: red ones, which keep the whole file from being committed. */
  errors: number;
}

export interface ImportJob {
  job: string;
  area: string;
  cycle: number;
  fileName: string;
  lang: Language | null;
  format: string | null;
  /** INTERRUPTED: the server stopped while it read. It can be read again from what was sent. */
  state: 'READING' | 'INTERRUPTED' | 'CHECKED' | 'REFUSED' | 'COMMITTED';
  progress: { checked: number; seen: number | null };
  summary: Summary | null;
  /** Of the file as a whole. */
  fileProblems: ImportProblem[];
  /** Of a table: its columns as they were understood. */
  columns: FileColumn[];
  /** What a person said of them. */
  columnChoice: ColumnChoice | null;
  /** What a person said that texts of it stand for. */
  codes: Codes;
  /** Who sent it. */
  sender: string;
  createdAt: string;
  committedAt: string | null;
}

export interface StoredRow extends Omit<CheckedRow, 'source'> {
  /** What stands in the cells of a row that is not green. */
  cells: Partial<Record<Field, string>>;
}

/** A text that was not understood, or that this return does not take, and in how many red rows it stands. */
export interface UnknownText {
  field: CodedField;
  text: string;
  /** Of the problem. */
  code: string;
  rows: number;
  /** The first of them. */
  line: number;
}

interface RowFilter {
  verdict?: Verdict | null;
  severity?: CheckedRow['severity'] | null;
  /** Only rows with something to say. */
  troubled?: boolean;
  offset: number;
  limit: number;
}

/** A thread writes after every thousand rows: silence for this long is a thread that is gone. */
const SILENCE = `interval '2 minutes'`;

/** That are kept of one person, the newest. */
const MOST_JOBS = 20;
/** That somebody can say something of, in each field of a file. */
const MOST_TEXTS = 1000;

const COLUMNS = `id as job, area, cycle, file_name as "fileName", lang, format,
  case when state = 'READING' and touched_at < now() - ${SILENCE} then 'INTERRUPTED' else state end as state,
  json_build_object('checked', checked, 'seen', seen) as progress, summary,
  problems as "fileProblems", columns, column_choice as "columnChoice", codes, created_by as sender, ${instant('created_at')} as "createdAt", ${instant('committed_at')} as "committedAt"`;

const BATCH = 1000;

const ROW_COLUMNS = `number, line, verdict, severity, cell, content, version, before, typed, problems,
  (select coalesce(json_object_agg(key, left(value->>'text', 500)), '{}') from jsonb_each(source->'cells')) as cells`;

@Injectable()
export class ImportJobStore {
  async create(
    em: EntityManager,
    actor: Actor,
    job: { area: string; cycle: number; lang: string | null; fileName: string; bytes: Buffer },
  ): Promise<string> {
    const id = randomUUID();
    // a job is looked at for a month; what was committed stays in the revisions
    await em.execute(
      `delete from work.import_job where area = ? and created_at < now() - interval '30 days'`,
      [job.area],
    );
    // every one keeps its file
    await em.execute(
      `delete from work.import_job where created_by = ? and (state <> 'READING' or touched_at < now() - ${SILENCE})
         and id not in (select id from work.import_job where created_by = ? order by created_at desc limit ${String(MOST_JOBS - 1)})`,
      [actor.id, actor.id],
    );
    await em.execute(
      `insert into work.import_job (id, area, cycle, file_name, lang, content, state, created_by)
       values (?, ?, ?, ?, ?, decode(?, 'base64'), 'READING', ?)`,
      [id, job.area, job.cycle, job.fileName, job.lang, job.bytes.toString('base64'), actor.id],
    );
    return id;
  }

  async find(em: EntityManager, id: string): Promise<ImportJob | null> {
    if (!isId(id)) return null;
    const [job] = await em.execute<ImportJob[]>(
      `select ${COLUMNS} from work.import_job where id = ?`,
      [id],
    );
    return job ?? null;
  }

  /** Until the transaction ends nobody else commits, mends or reads it again. */
  async lock(em: EntityManager, id: string): Promise<void> {
    await em.execute(`select 1 from work.import_job where id = ? for update`, [id]);
  }

  async bytes(em: EntityManager, id: string): Promise<Uint8Array> {
    const [file] = await em.execute<{ content: string }[]>(
      `select encode(content, 'base64') as content from work.import_job where id = ?`,
      [id],
    );
    return Uint8Array.from(Buffer.from(file?.content ?? '', 'base64'));
  }

  async answers(em: EntityManager, id: string): Promise<Answers> {
    const [said] = await em.execute<Answers[]>(
      `select codes, mends from work.import_job where id = ?`,
      [id],
    );
    return said ?? NO_ANSWERS;
  }

  /** What is said of a row replaces what was said of it before. */
  async setMend(em: EntityManager, id: string, number: number, mend: Mend): Promise<void> {
    await em.execute(
      `update work.import_job set mends = mends || jsonb_build_object(?::text, ?::jsonb) where id = ?`,
      [String(number), asJson(mend), id],
    );
  }

  /**
   * Back to the beginning, unless somebody is reading or it is committed. What was put right in single rows stays, but
   * where its columns are other ones; so does what was said of texts, until it is forgotten (`codes` null).
   */
  async restart(
    em: EntityManager,
    id: string,
    { columns, codes }: { columns: ColumnChoice | null; codes: Codes | null | undefined },
  ): Promise<boolean> {
    const [job] = await em.execute<Pick<ImportJob, 'codes'>[]>(
      `select codes from work.import_job where id = ? for update`,
      [id],
    );
    const kept = columns === null && codes !== null ? job?.codes : {};
    const said = merged(kept ?? {}, codes ?? {});
    const started = await em.execute<object[]>(
      `update work.import_job set state = 'READING', checked = 0, seen = null, summary = null,
         problems = '[]', column_choice = coalesce(?::jsonb, column_choice), codes = ?::jsonb,
         mends = case when ?::boolean then '{}' else mends end, touched_at = now()
       where id = ? and (state in ('CHECKED', 'REFUSED') or (state = 'READING' and touched_at < now() - ${SILENCE}))
       returning id`,
      [columns && JSON.stringify(columns), asJson(said), columns !== null, id],
    );
    if (started.length > 0) await em.execute(`delete from work.import_row where job = ?`, [id]);
    return started.length > 0;
  }

  /** Texts of red rows that a person can say something of: the first of the file first. */
  async unknownTexts(em: EntityManager, id: string): Promise<UnknownText[]> {
    return em.execute<UnknownText[]>(
      `select field, text, min(code) as code, count(distinct number)::int as rows, min(line) as line
       from (
         select r.number, r.line, p->>'field' as field, p->>'code' as code,
           btrim(r.source->'cells'->(p->>'field')->>'text') as text
         from work.import_row r, jsonb_array_elements(r.problems) p
         where r.job = ? and r.severity = 'ERROR' and p->>'severity' = 'ERROR' and p->>'code' = any(string_to_array(?, ','))
       ) told
       where field = any(string_to_array(?, ',')) and text <> '' and length(text) <= ${String(LONGEST_CODE)}
       group by field, text order by min(number), field limit 100`,
      [id, ASKED_CODES.join(','), CODED_FIELDS.join(',')],
    );
  }

  async setFormat(em: EntityManager, id: string, format: string, seen: number): Promise<void> {
    await em.execute(
      `update work.import_job set format = ?, seen = ?, touched_at = now() where id = ?`,
      [format, seen, id],
    );
  }

  async setColumns(em: EntityManager, id: string, columns: readonly FileColumn[]): Promise<void> {
    await em.execute(`update work.import_job set columns = ?::jsonb where id = ?`, [
      asJson(columns),
      id,
    ]);
  }

  /** A batch of rows in one statement, by `rowsAsJson`; `looked`: at so many rows of the file. */
  async addRows(em: EntityManager, id: string, rows: string, looked: number): Promise<void> {
    await this.insertRows(em, id, rows);
    await em.execute(`update work.import_job set checked = ?, touched_at = now() where id = ?`, [
      looked,
      id,
    ]);
  }

  /** Somebody is at it. */
  async touch(em: EntityManager, id: string): Promise<void> {
    await em.execute(`update work.import_job set touched_at = now() where id = ?`, [id]);
  }

  private async insertRows(em: EntityManager, id: string, rows: string): Promise<void> {
    await em.execute(
      `insert into work.import_row (job, number, line, verdict, severity, cell, content, version, before, typed, source, problems)
       select ?, x.number, x.line, x.verdict, x.severity, x.cell, x.content, x.version, x.before, x.typed, x.source, x.problems
       from jsonb_to_recordset(?::jsonb) as x(number int, line int, verdict text, severity text, cell jsonb,
         content jsonb, version int, before text, typed text, source jsonb, problems jsonb)`,
      [id, rows],
    );
  }

  async finish(
    em: EntityManager,
    id: string,
    state: 'CHECKED' | 'REFUSED',
    problems: readonly ImportProblem[],
  ): Promise<void> {
    await em.execute(
      `update work.import_job j set state = ?, problems = ?::jsonb, touched_at = now(), summary = (
         select json_build_object('rows', count(*), 'new', count(*) filter (where verdict = 'NEW'),
           'changed', count(*) filter (where verdict = 'CHANGED'), 'same', count(*) filter (where verdict = 'SAME'),
           'rejected', count(*) filter (where verdict = 'REJECTED'), 'errors', count(*) filter (where severity = 'ERROR'))
         from work.import_row where job = j.id)
       where id = ?`,
      [state, asJson(problems), id],
    );
  }

  async committed(em: EntityManager, id: string): Promise<void> {
    await em.execute(
      `update work.import_job set state = 'COMMITTED', committed_at = now() where id = ?`,
      [id],
    );
  }

  async rows(em: EntityManager, id: string, filter: RowFilter): Promise<StoredRow[]> {
    const { verdict = null, severity = null, troubled = false, offset, limit } = filter;
    return em.execute<StoredRow[]>(
      `select ${ROW_COLUMNS} from work.import_row
       where job = ? and (?::text is null or verdict = ?) and (?::text is null or severity = ?)
         and (not ?::boolean or severity <> 'OK')
       order by number limit ? offset ?`,
      [id, verdict, verdict, severity, severity, troubled, limit, offset],
    );
  }

  /** What a commit writes, in batches: memory stays flat, however many rows there are. */
  async *changes(em: EntityManager, id: string): AsyncGenerator<CellChange[]> {
    const [{ last }] = await em.execute<[{ last: number | null }]>(
      `select max(number) as last from work.import_row where job = ?`,
      [id],
    );
    for (let after = 0; after < (last ?? 0); after += BATCH) {
      const rows = await em.execute<CellChange[]>(
        `select cell->>'indicator' as indicator, cell->'part' as part, content, version from work.import_row
         where job = ? and number > ? and number <= ? and verdict in ('NEW', 'CHANGED') order by number`,
        [id, after, after + BATCH],
      );
      if (rows.length > 0) yield rows;
    }
  }

  /** What the return would say of one indicator: what the rows say, else what is saved. */
  async cellsOf(em: EntityManager, id: string, indicator: string): Promise<FileCell[]> {
    return em.execute<FileCell[]>(
      `with told as (
         select cell->'part' as part, content->>'value' as value, content->>'numerator' as numerator,
           content->>'denominator' as denominator, line
         from work.import_row where job = ? and cell->>'indicator' = ? and verdict <> 'REJECTED'
       ), saved as (
         select ${partAsJson('o')}::jsonb as part, ${exact('r.value')} as value, ${exact('r.numerator')} as numerator,
           ${exact('r.denominator')} as denominator, null::int as line
         from work.import_job j join work.observation o on o.indicator = ? and o.area = j.area and o.year = j.cycle
           join work.revision r on r.id = o.current_revision
         where j.id = ?
       )
       select * from told union all select * from saved where part not in (select part from told)`,
      [id, indicator, indicator, id],
    );
  }

  /** Another row that says something of the cell. */
  async twin(em: EntityManager, id: string, number: number, cell: Face): Promise<number | null> {
    const [row] = await em.execute<{ line: number }[]>(
      `select line from work.import_row where job = ? and number <> ? and cell->>'indicator' = ? and cell = ?::jsonb and verdict <> 'REJECTED' limit 1`,
      [id, number, cell.indicator, JSON.stringify(cell)],
    );
    return row?.line ?? null;
  }

  /** Null for a row that needs no mending. */
  async source(em: EntityManager, id: string, number: number): Promise<CheckedRow['source']> {
    const [row] = await em.execute<{ source: CheckedRow['source'] }[]>(
      `select source from work.import_row where job = ? and number = ?`,
      [id, number],
    );
    return row?.source ?? null;
  }

  async replaceRow(em: EntityManager, id: string, row: CheckedRow): Promise<void> {
    await em.execute(`delete from work.import_row where job = ? and number = ?`, [id, row.number]);
    await this.insertRows(em, id, rowsAsJson([row]));
  }
}

/** What is said now beside what was said before; of the same text it replaces it. */
function merged(before: Codes, now: Codes): Codes {
  const fields = CODED_FIELDS.filter((field) => before[field] ?? now[field]);
  const all = fields.map((field) => [field, { ...before[field], ...now[field] }] as const);
  if (all.some(([, texts]) => Object.keys(texts).length > MOST_TEXTS))
    throw new ApiError('BAD_USER_INPUT', 'Too many texts: put them right in the file.');
  return Object.fromEntries(all);
}
