import { isLanguage, type Language } from '@qadam/i18n';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../../graphql/api-error.ts';

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
