import { setTimeout as wait } from 'node:timers/promises';
import { ImportRow } from '../features/imports/import-job.entity.ts';
import type { ImportJobType, ImportProblem, ImportRows } from '../features/imports/imports.type.ts';
import type { TestApp } from './harness.ts';

interface Sent {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it asked for, and fails where it is not
  body: any;
}

interface Options {
  country?: string;
  cycle?: string;
  dryRun?: boolean;
  lang?: string;
  fileName?: string;
  headers?: Record<string, string>;
}

/** Requests for imports, as a browser or a script sends them. */
export function importRequests(api: TestApp) {
  async function headersOf(who: string | null): Promise<Record<string, string>> {
    return { 'x-qadam': '1', ...(who === null ? {} : { cookie: await api.cookie(who) }) };
  }

  async function send(
    who: string | null,
    file: string | Uint8Array,
    options: Options = {},
  ): Promise<Sent> {
    const {
      country = 'KGZ',
      cycle = '2025',
      dryRun = true,
      lang,
      fileName = 'return.csv',
    } = options;
    const query = new URLSearchParams({ country, cycle, dryRun: String(dryRun) });
    if (lang !== undefined) query.set('lang', lang);
    const boundary = 'x-boundary-of-the-test';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const payload = Buffer.concat([
      Buffer.from(head),
      Buffer.from(file),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const response = await api.http({
      method: 'POST',
      url: `/imports?${query.toString()}`,
      headers: {
        ...(await headersOf(who)),
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...options.headers,
      },
      payload,
    });
    return { status: response.statusCode, body: response.json<unknown>() };
  }

  /** The list of problems, as a file. */
  async function errors(who: string, job: string, lang?: string): Promise<Sent> {
    const url = `/imports/${job}/errors.csv${lang === undefined ? '' : `?lang=${lang}`}`;
    const response = await api.http({ method: 'GET', url, headers: await headersOf(who) });
    return { status: response.statusCode, body: response.body };
  }

  /** `read` takes what the test looks at from the data. */
  async function ask(
    who: string | null,
    document: string,
    variables: Record<string, unknown>,
    read: (data: Data) => unknown,
  ): Promise<Sent> {
    const { data, errors: refusals = [] } = await api.work<Data>(who, document, variables);
    const code = refusals[0]?.extensions.code;
    if (code !== undefined) return { status: STATUSES[code] ?? 500, body: { errors: refusals } };
    if (!data) throw new Error('The answer holds no data.');
    return { status: 200, body: read(data) };
  }

  const job = (who: string | null, id: string) =>
    ask(who, `query ($id: ID!) { importJob(id: $id) { ${JOB} } }`, { id }, ({ importJob }) =>
      jobOf(importJob),
    );

  const rows = (who: string, id: string, asked: { severity?: string; lang?: string } = {}) =>
    ask(
      who,
      `query ($id: ID!, $lang: Language!, $severity: Severity) {
        importJob(id: $id) { rows(lang: $lang, severity: $severity) { ${ROWS} more } } }`,
      { id, lang: 'en', ...asked },
      ({ importJob }) => rowsOf(importJob.rows),
    );

  const unknown = (who: string, id: string, lang = 'en') =>
    ask(
      who,
      `query ($id: ID!, $lang: Language!) { importJob(id: $id) { unknown(lang: $lang) {
        field text code rows line options { code name } } } }`,
      { id, lang },
      ({ importJob }) => importJob,
    );

  /** `Said`: choices by field, and for codes by text. */
  const check = (who: string | null, id: string, { columns, codes, ...table }: Said = {}) => {
    const input = {
      job: id,
      ...table,
      ...(columns && { columns: listOf(columns, (at) => ({ at })) }),
      ...(codes !== undefined && { codes: codes && meaningsOf(codes) }),
    };
    const document = `mutation ($input: CheckImportInput!) { answer: checkImport(input: $input) ${ANSWER} }`;
    return ask(who, document, { input }, answerOf);
  };

  /** `answers`: texts by field, or { leaveOut }. */
  const mend = (who: string, id: string, row: number, answers: object) => {
    const { leaveOut, ...texts }: Record<string, unknown> = { ...answers };
    const cells = listOf(texts, (text) => ({ text }));
    const input = { job: id, row, cells, ...(leaveOut !== undefined && { leaveOut }) };
    const document = `mutation ($input: MendImportRowInput!) { answer: mendImportRow(input: $input) ${ANSWER} }`;
    return ask(who, document, { input }, answerOf);
  };

  /** `checkedAt`: which check of the file the person saw. */
  const commit = (who: string, id: string, checkedAt?: string) => {
    const document = `mutation ($id: ID!, $checkedAt: String) { answer: commitImport(job: $id, checkedAt: $checkedAt) ${ANSWER} }`;
    return ask(who, document, { id, checkedAt }, answerOf);
  };

  /** What each row of the file would store. */
  async function contents(id: string): Promise<Record<string, unknown>[]> {
    const rows = await api.em().find(ImportRow, { job: id }, { orderBy: { number: 'asc' } });
    return rows.map(({ content }) => ({ ...content }));
  }

  /** Waits until the file is read, and returns the job. */
  async function checked(who: string, id: string): Promise<Sent['body']> {
    for (;;) {
      const answer = await job(who, id);
      if ((answer.body as { state: string }).state !== 'READING') return answer.body;
      await wait(50);
    }
  }

  async function again(who: string, id: string, answers: Said = {}): Promise<Sent['body']> {
    const { status } = await check(who, id, answers);
    if (status !== 200) throw new Error(`The check was answered with ${String(status)}.`);
    return checked(who, id);
  }

  return { send, job, rows, unknown, errors, contents, check, mend, commit, checked, again };
}

const STATUSES: Readonly<Record<string, number>> = {
  ...{ BAD_USER_INPUT: 400, UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409 },
};

const PROBLEMS = 'problems { row column code severity field params { name value } }';
const JOB = `id area cycle fileName format state checked checkedAt seen summary { rows new changed same rejected errors }
  fileProblems { row column code severity params { name value } } columns { at name sample field holds }
  columnChoice { field at } codes { field text code } ${PROBLEMS}`;
const ANSWER = `{ job { ${JOB} } ${PROBLEMS} }`;
const ROWS = `rows { number line verdict severity indicator part { sex age urbanisation region breakdown } name { lang text }
  before typed cells { field text } ${PROBLEMS} }`;

type Job = ImportJobType & { problems: ImportProblem[] };
interface Answered {
  job: Job;
  problems: ImportProblem[];
}
interface Data {
  importJob: Job & { rows: ImportRows };
  answer: Answered;
}
interface Said {
  columns?: object;
  codes?: object | null;
  head?: number;
  values?: number[];
}

const listOf = (answers: object, rest: (value: unknown) => object) =>
  Object.entries(answers).map(([field, value]) => ({ field, ...rest(value) }));

const meaningsOf = (codes: object) =>
  Object.entries(codes).flatMap(([field, texts]) =>
    Object.entries(texts as object).map(([text, code]) => ({ field, text, code: code as unknown })),
  );

/** The choices that people made, keyed by field, which is easier for tests to read. */
const jobOf = ({ id, checked, seen, columnChoice, codes, ...job }: Job) => ({
  ...job,
  job: id,
  progress: { checked, seen },
  columnChoice:
    columnChoice && Object.fromEntries(columnChoice.map(({ field, at }) => [field, at])),
  codes: Object.fromEntries(
    [...Map.groupBy(codes, ({ field }) => field)].map(([field, texts]) => [
      field,
      Object.fromEntries(texts.map(({ text, code }) => [text, code])),
    ]),
  ),
});

const answerOf = ({ answer: { job, problems } }: { answer: Answered }) => ({
  ...jobOf(job),
  problems: [...problems, ...job.problems],
});

const rowsOf = ({ rows, more }: ImportRows) => ({
  more,
  rows: rows.map(({ indicator, part, cells, ...row }) => ({
    ...row,
    cell: indicator === null ? null : { indicator, part },
    cells: Object.fromEntries(cells.map(({ field, text }) => [field, text])),
  })),
});
