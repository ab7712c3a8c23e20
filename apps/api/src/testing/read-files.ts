import { ImportRow } from '../features/imports/import-job.entity.ts';
import type { ImportProblem } from '../features/imports/import-problem.ts';
import { startTestApp, type TestApp } from './harness.ts';
import { importRequests } from './import-requests.ts';
import { openCycles } from './open-cycles.ts';
import { sheetOf } from './workbook.ts';

/** The years in which the country may submit every indicator. */
const YEARS = Array.from({ length: 13 }, (_, index) => 2013 + index);

/** Names from the framework and from statistical offices, in Russian. */
export const RUSSIAN = {
  orders: 'Выданные охранные ордера',
  victims: 'Зарегистрированные пострадавшие от домашнего насилия',
  country: 'Кыргызская Республика',
};

export type SheetRow = readonly (string | number | null)[];

interface Read {
  /** The rows that would be stored: `indicator year part = value`. */
  rows: string[];
  /** The codes of the problems, each once. */
  codes: string[];
}

export interface FileReader {
  api: TestApp;
  imports: ReturnType<typeof importRequests>;
  readAs: (file: string | Uint8Array, fileName?: string, lang?: string) => Promise<Read>;
  /** A workbook with these rows. */
  readSheet: (rows: readonly SheetRow[], lang?: string) => Promise<Read>;
  /** The rows of a file that was read again. */
  rowsOf: (job: string) => Promise<string[]>;
  stop: () => Promise<void>;
}

/** Reads files with all years as a country's reporter sends them, with the real framework. */
export async function startFileReader(country = 'KGZ'): Promise<FileReader> {
  const reporter = `reporter.${country.toLowerCase()}@demo.example`;
  const api = await startTestApp({ seed: 'framework' });
  const imports = importRequests(api);
  await openCycles(api.em(), YEARS, country);

  async function readAs(file: string | Uint8Array, fileName = 'file.csv', lang = 'ru') {
    const answer = await imports.send(reporter, file, { country, cycle: '', fileName, lang });
    const { job, problems } = answer.body as { job: string; problems: ImportProblem[] };
    return { rows: await rowsOf(job), codes: [...new Set(problems.map(({ code }) => code))] };
  }

  const readSheet = async (rows: readonly SheetRow[], lang?: string) =>
    readAs(await sheetOf(rows.map((row) => [...row])), 'a.xlsx', lang);

  async function rowsOf(job: string) {
    const kept = { job, verdict: { $ne: 'REJECTED' as const } };
    const rows = await api.em().find(ImportRow, kept, { orderBy: { number: 'asc' } });
    return rows.map(lineOf);
  }

  return { api, imports, readAs, readSheet, rowsOf, stop: () => api.stop() };
}

function lineOf({ cell, year, content }: ImportRow): string {
  const part = Object.values({ ...cell?.part }).filter((code) => code !== '_T');
  const figure = content?.value == null ? content?.missingReason : Number(content.value);
  return [cell?.indicator, year, ...part, '=', figure].join(' ');
}
