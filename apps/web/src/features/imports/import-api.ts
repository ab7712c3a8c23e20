import type { CodedField, Part, RowField } from '@qadam/domain';
import type { Language } from '@qadam/i18n';
import { AuthRefused, refusalOf } from '../../desk/auth.ts';
import type { Trouble } from '../../desk/problem-text.ts';

export type Severity = 'OK' | 'WARN' | 'ERROR';

export interface ImportProblem extends Trouble {
  row: number | null;
  column: string | null;
  severity: 'WARN' | 'ERROR';
  /** Of a row: which of its cells it is about. */
  field?: string | null;
}

export interface Summary {
  rows: number;
  new: number;
  changed: number;
  same: number;
  rejected: number;
  errors: number;
}

/** Which column is what; null: none is. */
export type ColumnChoice = Partial<Record<RowField, number | null>>;

export interface FileColumn {
  at: number;
  name: string;
  sample: string;
  /** What it was taken for. */
  field: string | null;
  /** Of a column without a known meaning: what its texts say, which a person has to confirm. */
  holds: string | null;
}

export interface ImportJob {
  job: string;
  area: string;
  cycle: number;
  fileName: string;
  format: string | null;
  state: 'READING' | 'INTERRUPTED' | 'CHECKED' | 'REFUSED' | 'COMMITTED';
  progress: { checked: number; seen: number | null };
  summary: Summary | null;
  columns: FileColumn[];
  columnChoice: ColumnChoice | null;
  /** What was said of its texts. */
  codes: Codes;
  fileProblems: ImportProblem[];
  problems: ImportProblem[];
}

/** A text that was not understood, in how many rows it stands, and what it can stand for. */
export interface UnknownCode {
  field: CodedField;
  text: string;
  rows: number;
  line: number;
  /** None: its rows can only be left out. */
  options: { code: string; name: string }[];
}

/** What texts stand for, by field; null: their rows are left out. */
export type Codes = Partial<Record<CodedField, Record<string, string | null>>>;

export interface ImportRow {
  number: number;
  line: number;
  verdict: 'NEW' | 'CHANGED' | 'SAME' | 'REJECTED';
  severity: Severity;
  cell: { indicator: string; part: Part } | null;
  /** Of its indicator and part. */
  name: { lang: Language; text: string } | null;
  before: string | null;
  typed: string | null;
  problems: ImportProblem[];
  /** What stands in its cells, where it is not green. */
  cells: Partial<Record<RowField, string>>;
}

type Call = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

async function call<T>(path: string, init: Call = {}): Promise<T> {
  const response = await fetch(path, {
    credentials: 'same-origin',
    ...init,
    headers: { 'x-qadam': '1', ...init.headers },
  });
  // a file too large is told like any other trouble of a file
  if (!response.ok && response.status !== 413)
    throw new AuthRefused(refusalOf(await response.text()));
  return (await response.json()) as T;
}

const post = <T>(path: string, body: object = {}) =>
  call<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

export interface Started {
  job: string | null;
  problems?: ImportProblem[];
}

/** Answers with the job as soon as the file is there; the address of the page then leads back to it. */
export function startImport(file: File, frame: { country: string; cycle: number; lang: string }) {
  const body = new FormData();
  body.append('file', file);
  const query = new URLSearchParams({ ...frame, cycle: String(frame.cycle), dryRun: 'true' });
  return call<Started>(`/imports?${query.toString()}`, {
    method: 'POST',
    headers: { prefer: 'respond-async' },
    body,
  });
}

export const readJob = (job: string) => call<ImportJob>(`/imports/${encodeURIComponent(job)}`);

export function readRows(
  job: string,
  { severity, lang }: { severity: Severity | null; lang: Language },
  offset: number,
) {
  const query = new URLSearchParams({
    lang,
    offset: String(offset),
    ...(severity ? { severity } : {}),
  });
  return call<{ rows: ImportRow[]; more: boolean }>(`/imports/${job}/rows?${query.toString()}`);
}

export const readUnknown = (job: string, lang: Language) =>
  call<{ unknown: UnknownCode[] }>(`/imports/${job}/unknown?lang=${lang}`);

/** `codes` null: what was said of texts before is forgotten. */
export const checkAgain = (
  job: string,
  said: { columns?: ColumnChoice; codes?: Codes | null } = {},
) => post<Started>(`/imports/${job}/check`, said);

export const mendRow = (
  job: string,
  row: number,
  said: Partial<Record<RowField, string>> & { leaveOut?: boolean },
) => post<Started>(`/imports/${job}/rows/${row}`, said);

export const commitImport = (job: string) =>
  post<{ state: ImportJob['state']; problems: ImportProblem[] }>(`/imports/${job}/commit`);

/** Nothing is in the way of storing it any more. */
export const isReady = ({ state, summary, fileProblems }: ImportJob): boolean =>
  state === 'CHECKED' &&
  summary?.errors === 0 &&
  summary.new + summary.changed > 0 &&
  fileProblems.every(({ severity }) => severity !== 'ERROR');

/** A call that failed, as a problem among the others. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof AuthRefused)) return { code: 'UNREACHABLE', params: [] };
  const { code, requestId } = error.refusal;
  return { code: `API_${code}`, params: [{ name: 'reference', value: requestId ?? '–' }] };
}
