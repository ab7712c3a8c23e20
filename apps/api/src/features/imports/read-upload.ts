import { CODED_FIELDS, LONGEST_MEND, ROW_FIELDS } from '@qadam/domain';
import { isLanguage, type Language } from '@qadam/i18n';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../../graphql/api-error.ts';
import { type Codes, LONGEST_CODE, type Mend } from './answers.ts';
import type { ColumnChoice } from './formats/format.ts';

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

/** { value: "3", sex: "F" }: what is named is put right in the row; { leaveOut: true }: it is left out; false: it is not, whatever is said of its texts. */
export function readMend(body: unknown): Mend {
  const entries = entriesOf(body);
  const cells: Mend['cells'] = {};
  for (const [name, text] of entries) {
    if (name === 'leaveOut' && typeof text === 'boolean') continue;
    const field = ROW_FIELDS.find((one) => one === name);
    if (field === undefined || typeof text !== 'string' || text.length > LONGEST_MEND) {
      throw new ApiError('BAD_USER_INPUT', 'Send what the row says by field, as short texts.');
    }
    cells[field] = text;
  }
  const leaveOut = entries.find(([name]) => name === 'leaveOut');
  return leaveOut === undefined ? { cells } : { cells, leftOut: leaveOut[1] === true };
}

const MOST_CODES = 200;

/**
 * { codes: { area: { "Kyrgyz Rep.": "KGZ", "Elsewhere": null } } }: what texts stand for; null leaves their rows out.
 * { codes: null }: what was said of them is forgotten. Undefined where nothing is said.
 */
export function readCodes(body: unknown): Codes | null | undefined {
  const said = entriesOf(body).find(([name]) => name === 'codes');
  if (said === undefined) return undefined;
  if (said[1] === null) return null;
  const fields = entriesOf(said[1]);
  const isGood = fields.every(([name, codes]) => {
    const texts = entriesOf(codes);
    return (
      CODED_FIELDS.some((field) => field === name) &&
      texts.length <= MOST_CODES &&
      texts.every(
        ([text, code]) =>
          text.length <= LONGEST_CODE &&
          (code === null || (typeof code === 'string' && code.length <= LONGEST_CODE)),
      )
    );
  });
  if (!isGood) throw new ApiError('BAD_USER_INPUT', 'Send codes by field and text.');
  return Object.fromEntries(fields);
}

/** { columns: { indicator: 2, comment: null } }: which column is what, each one thing; null where nothing is said. */
export function readColumnChoice(body: unknown): ColumnChoice | null {
  const said = entriesOf(body).find(([name]) => name === 'columns');
  if (said === undefined) return null;
  const entries = entriesOf(said[1]);
  const chosen = entries.flatMap(([, at]) => (at === null ? [] : [at]));
  const isGood =
    entries.every(([name]) => ROW_FIELDS.some((field) => field === name)) &&
    chosen.every((at) => Number.isInteger(at) && Number(at) >= 1 && Number(at) <= 1000) &&
    new Set(chosen).size === chosen.length;
  if (!isGood) throw new ApiError('BAD_USER_INPUT', 'Send columns as numbers from 1, each once.');
  return Object.fromEntries(entries);
}

const entriesOf = (body: unknown): [string, unknown][] =>
  typeof body === 'object' && body !== null ? Object.entries(body) : [];
