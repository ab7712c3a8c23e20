import { isLanguage, type Language } from '@qadam/i18n';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../../graphql/api-error.ts';
import { CHOSEN_FIELDS, type ColumnChoice } from './formats/format.ts';
import type { Figures } from './import-job.store.ts';

export type Query = Readonly<Record<string, string | string[] | undefined>>;

export interface Frame {
  area: string;
  cycle: number;
  /** The writer's language, which decides what a comma is; null: unknown. */
  lang: Language | null;
}

const one = (query: Query, name: string): string => {
  const given = query[name];
  return typeof given === 'string' ? given : '';
};

export function readFrame(query: Query): Frame {
  const cycle = one(query, 'cycle');
  if (!/^\d{4}$/.test(cycle))
    throw new ApiError('BAD_USER_INPUT', 'cycle is a year of four digits.');
  return {
    area: one(query, 'country'),
    cycle: Number(cycle),
    lang: readLanguage(query),
  };
}

export function readLanguage(query: Query): Language | null {
  const lang = one(query, 'lang');
  return isLanguage(lang) ? lang : null;
}

/** Absent means yes: nothing is stored by accident. */
export const isDryRun = (query: Query): boolean => one(query, 'dryRun') !== 'false';

export interface UploadedFile {
  fileName: string;
  bytes: Buffer;
  /** More than a file may have; the rest was not read. */
  cut: boolean;
}

export async function readUpload(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new ApiError('BAD_USER_INPUT', 'Send multipart/form-data.');
  const part = await request.file();
  if (part?.fieldname !== 'file') throw new ApiError('BAD_USER_INPUT', 'Send the part "file".');
  const bytes = await part.toBuffer();
  return { fileName: cleanName(part.filename), bytes, cut: part.file.truncated };
}

/** For people only: nothing is ever stored under it. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{Cc}/gu, '').slice(0, 200) || 'file';
}

/** { value, numerator, denominator }: what is named is replaced, and nothing else can be. */
export function readFigures(body: unknown): Figures {
  const figures: Figures = {};
  for (const [name, text] of entriesOf(body)) {
    const known = ['value', 'numerator', 'denominator'].includes(name);
    if (!known || typeof text !== 'string' || text.length > 100) {
      throw new ApiError('BAD_USER_INPUT', 'Send value, numerator or denominator as short texts.');
    }
    figures[name as keyof Figures] = text;
  }
  return figures;
}

/** { columns: { indicator: 2, comment: null } }: which column is what, each one thing; null where nothing is said. */
export function readColumnChoice(body: unknown): ColumnChoice | null {
  const said = entriesOf(body).find(([name]) => name === 'columns');
  if (said === undefined) return null;
  const entries = entriesOf(said[1]);
  const chosen = entries.flatMap(([, at]) => (at === null ? [] : [at]));
  const isGood =
    entries.every(([name]) => CHOSEN_FIELDS.some((field) => field === name)) &&
    chosen.every((at) => Number.isInteger(at) && Number(at) >= 1 && Number(at) <= 1000) &&
    new Set(chosen).size === chosen.length;
  if (!isGood) throw new ApiError('BAD_USER_INPUT', 'Send columns as numbers from 1, each once.');
  return Object.fromEntries(entries);
}

const entriesOf = (body: unknown): [string, unknown][] =>
  typeof body === 'object' && body !== null ? Object.entries(body) : [];
