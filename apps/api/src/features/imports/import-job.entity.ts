import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { SEVERITIES } from '@qadam/domain';
import { reference } from '../../database/reference.ts';
import type { Language } from '../../graphql/enums.ts';
import { Area } from '../countries/area.entity.ts';
import { Cycle } from '../cycles/cycle.entity.ts';
import type { Content } from '../observations/observation.entity.ts';
import type { CellRef } from '../observations/cell-ref.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import type { Codes, RowFixes } from './answers.ts';
import type { ColumnChoice, SourceRow } from './formats/format.ts';
import type { Preview } from './formats/preview.ts';
import type { ImportColumn, ImportProblem, ImportSummary } from './imports.type.ts';

/** A file that was sent for a return, with the results of its check and a person's answers about it. */
export const ImportJob = defineEntity({
  name: 'ImportJob',
  schema: 'work',
  tableName: 'import_job',
  properties: {
    id: p.uuid().primary(),
    area: () => reference(Area),
    /** Null: all years that the file is about. */
    cycle: () => reference(Cycle).nullable(),
    fileName: p.text(),
    format: p.text().nullable(),
    lang: p.text().$type<Language>().nullable(),
    content: p.blob(),
    state: p.enum(['READING', 'CHECKED', 'REFUSED', 'COMMITTED'] as const),
    seen: p.integer().nullable(),
    checked: p.integer().default(0),
    summary: p.json<ImportSummary>().nullable(),
    /** Problems of the file as a whole. */
    problems: p.json<ImportProblem[]>().defaultRaw(`'[]'::jsonb`),
    /** The person who sent the file. */
    createdBy: () => reference(UserAccount),
    createdAt: p.datetime().defaultRaw('now()'),
    touchedAt: p.datetime().defaultRaw('now()'),
    committedAt: p.datetime().nullable(),
    /** If the file is a table: its columns and what they were understood to be. */
    columns: p.json<ImportColumn[]>().defaultRaw(`'[]'::jsonb`),
    /** What a person said the columns are. */
    columnChoice: p.json<ColumnChoice>().nullable(),
    /** If the file is a table: its first rows. */
    preview: p.json<Preview>().nullable(),
    /** What a person said the texts of the file mean. */
    codes: p.json<Codes>().defaultRaw(`'{}'::jsonb`),
    mends: p.json<RowFixes>().defaultRaw(`'{}'::jsonb`),
  },
  indexes: [{ name: 'import_job_by_area', properties: ['area', 'cycle', 'createdAt'] }],
});
export type ImportJob = InferEntity<typeof ImportJob>;

/** A checked row of the file: what a commit would write, or why it cannot. */
export const ImportRow = defineEntity({
  name: 'ImportRow',
  schema: 'work',
  tableName: 'import_row',
  properties: {
    job: () => reference(ImportJob, { deleteRule: 'cascade' }).primary(),
    /** The row's number in its file, the same each time the file is read. */
    number: p.integer().primary(),
    line: p.integer(),
    verdict: p.enum(['NEW', 'CHANGED', 'SAME', 'REJECTED'] as const),
    /** The worst of its problems: red, yellow or green. */
    severity: p.enum(SEVERITIES),
    cell: p.json<CellRef>().nullable(),
    /** The year of the row's cell. */
    year: p.integer().nullable(),
    content: p.json<Content>().nullable(),
    version: p.integer().nullable(),
    before: p.text().nullable(),
    typed: p.text().nullable(),
    source: p.json<SourceRow>().nullable(),
    problems: p.json<ImportProblem[]>().defaultRaw(`'[]'::jsonb`),
  },
  indexes: [
    {
      name: 'import_row_by_indicator',
      expression: `CREATE INDEX import_row_by_indicator ON work.import_row USING btree (job, ((cell ->> 'indicator'::text)))`,
    },
  ],
});
export type ImportRow = InferEntity<typeof ImportRow>;
