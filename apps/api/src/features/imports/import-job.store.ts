import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Language } from '@qadam/i18n';
import type { Actor } from '../../graphql/access.ts';
import { isId } from '../../database/ids.ts';
import { exact, instant } from '../../database/sql-text.ts';
import { partAsJson } from '../../database/cell-columns.ts';
import type { CellChange } from '../observations/cell-saver.ts';
import type { Face } from '../observations/face.ts';
import { asJson, rowsAsJson } from './as-json.ts';
import type { CheckedRow, Verdict } from './check-rows.ts';
import type { FileCell } from './file-sums.ts';
import type { ColumnChoice } from './formats/format.ts';
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
  /** Who sent it. */
  sender: string;
  createdAt: string;
  committedAt: string | null;
}

export interface StoredRow extends Omit<CheckedRow, 'source'> {
  number: number;
  /** What stands in the cells of a row that is not green. */
  figures: Figures;
}

/** The cells of a row that can be mended. */
export type Figures = Partial<Record<'value' | 'numerator' | 'denominator', string | null>>;

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

const COLUMNS = `id as job, area, cycle, file_name as "fileName", lang, format,
  case when state = 'READING' and touched_at < now() - ${SILENCE} then 'INTERRUPTED' else state end as state,
  json_build_object('checked', checked, 'seen', seen) as progress, summary,
  problems as "fileProblems", columns, column_choice as "columnChoice", created_by as sender, ${instant('created_at')} as "createdAt", ${instant('committed_at')} as "committedAt"`;

const BATCH = 1000;

const ROW_COLUMNS = `number, line, verdict, severity, cell, content, version, before, typed, problems,
  json_build_object('value', source->'cells'->'value'->>'text', 'numerator', source->'cells'->'numerator'->>'text',
    'denominator', source->'cells'->'denominator'->>'text') as figures`;

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

  /** Back to the beginning, unless somebody is reading or it is committed. */
  async restart(em: EntityManager, id: string, choice: ColumnChoice | null): Promise<boolean> {
    const started = await em.execute<object[]>(
      `update work.import_job set state = 'READING', checked = 0, seen = null, summary = null,
         problems = '[]', column_choice = coalesce(?::jsonb, column_choice), touched_at = now()
       where id = ? and (state in ('CHECKED', 'REFUSED') or (state = 'READING' and touched_at < now() - ${SILENCE}))
       returning id`,
      [choice && JSON.stringify(choice), id],
    );
    if (started.length > 0) await em.execute(`delete from work.import_row where job = ?`, [id]);
    return started.length > 0;
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

  /** Null for a row that cannot be mended: a second one of the same cell stays one too many. */
  async source(em: EntityManager, id: string, number: number): Promise<CheckedRow['source']> {
    const [row] = await em.execute<{ source: CheckedRow['source'] }[]>(
      `select source from work.import_row 
       where job = ? and number = ? and not problems @> '[{"code": "DUPLICATE_ROW"}]'`,
      [id, number],
    );
    return row?.source ?? null;
  }

  async replaceRow(
    em: EntityManager,
    id: string,
    number: number,
    row: CheckedRow | null,
  ): Promise<void> {
    await em.execute(`delete from work.import_row where job = ? and number = ?`, [id, number]);
    if (row) await this.insertRows(em, id, rowsAsJson(number, [row]));
  }
}
