import { beforeEach, describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GraphQLError } from 'graphql';
import { deskApi, lastInput } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const UPLOAD = '/imports?country=KGZ&cycle=2025&lang=ky&dryRun=true';

const duty = {
  area: 'KGZ',
  areaName: { lang: 'en', text: 'Kyrgyzstan' },
  cycle: 2025,
  opensOn: '2026-01-12',
  dueOn: '2026-12-15',
  daysLeft: 20,
  ...{ assigned: 16, filled: 1, submitted: 0, returned: 0, asked: 0 },
  ...{ approved: 0, mine: 0, mineMissing: 0 },
};
const red = {
  ...{ number: 1, line: 2, verdict: 'REJECTED', severity: 'ERROR', indicator: 'A1.1' },
  part: { sex: '_T', age: '_T', urbanisation: '_T', region: '_T', breakdown: '_T' },
  name: { lang: 'en', text: 'Police trained' },
  before: null,
  typed: 'З',
  cells: [
    { field: 'indicator', text: 'A1.1' },
    { field: 'sex', text: 'lady' },
    { field: 'value', text: 'З' },
  ],
  problems: [
    {
      ...{ row: 2, column: 'Value', code: 'LOOKALIKE_LETTER', severity: 'ERROR', field: 'value' },
      params: [{ name: 'text', value: 'З' }],
    },
  ],
};
const unknown = [
  {
    field: 'indicator',
    text: 'Victims',
    rows: 3,
    line: 2,
    options: [{ code: 'A5.8', name: 'Registered' }],
  },
  { field: 'area', text: 'Kazakhstan', rows: 40, line: 5, options: [] },
];
const leftOut = {
  ...red,
  severity: 'WARN',
  problems: [{ row: 2, column: null, code: 'LEFT_OUT', severity: 'WARN', params: [] }],
};
const columns = [
  { at: 1, name: 'code', sample: 'A5.8', field: 'indicator', holds: null },
  { at: 2, name: 'Where', sample: 'Kazakhstan', field: null, holds: 'area' },
  { at: 3, name: 'value', sample: '7', field: 'value', holds: null },
];

const receipt = { submission: { id: 's1', number: 'KGZ-2025-001', cells: 100_000 }, problems: [] };

const api = {
  receipt: receipt as object,
  state: 'READING',
  errors: 1,
  summary: {},
  drafts: [{ cycle: 2025, values: 2 }],
  unread: false,
  cycle: 2025 as number | null,
  preview: null as object | null,
  leftOut: [] as object[],
  columns: [] as object[],
  unknown: [] as object[],
  codes: [] as object[],
  left: false,
  progress: null as object | null,
};

function job() {
  const isDone = api.state !== 'READING';
  const summary = {
    rows: 2,
    new: 2 - api.errors,
    changed: 0,
    same: 0,
    rejected: api.errors,
    errors: api.errors,
  };
  return {
    id: 'j1',
    area: 'KGZ',
    cycle: api.cycle,
    preview: api.preview,
    fileName: 'return.csv',
    format: 'csv',
    state: api.state,
    checked: 1,
    seen: 2,
    summary: isDone ? { ...summary, ...api.summary } : null,
    fileProblems:
      api.state === 'REFUSED'
        ? [
            {
              row: null,
              column: 'Where',
              code: 'AREAS_NOT_READ',
              severity: 'ERROR',
              params: [{ name: 'text', value: 'Kazakhstan' }],
            },
          ]
        : [],
    columns: api.columns,
    columnChoice: null,
    codes: api.codes,
    problems: isDone && api.errors > 0 ? red.problems : [],
  };
}

const rows = () => {
  if (api.unread)
    throw new GraphQLError('broken', { extensions: { code: 'INTERNAL', requestId: 'req-42' } });
  return { rows: api.left ? [leftOut] : api.errors > 0 ? [red] : [], more: false };
};
const years = [
  { year: 2023, values: 0, cycle: null, closed: 3 },
  { year: 2025, values: 2, cycle: 2025, closed: 0 },
];
const leftOutBecause = {
  rows: 3,
  problem: {
    ...{ row: 4, column: '2023', code: 'CYCLE_CLOSED', severity: 'WARN', field: 'value' },
    params: [{ name: 'cycle', value: '2023' }],
  },
};
const shown = () => ({
  ...job(),
  ...{
    rows,
    unknown: api.unknown,
    years,
    drafts: api.drafts,
    leftOut: api.leftOut,
    indicators: [],
  },
});
const answered = () => ({ job: job(), problems: [] });

let calls: ReturnType<typeof deskApi> = [];
beforeEach(() => {
  Object.assign(api, {
    ...{
      state: 'READING',
      errors: 1,
      summary: {},
      drafts: [{ cycle: 2025, values: 2 }],
      unread: false,
      receipt,
    },
    ...{ columns: [], unknown: [], codes: [], left: false, cycle: 2025, preview: null },
    ...{ leftOut: [], progress: null },
  });
  calls = deskApi(
    { role: 'REPORTER', area: 'KGZ' },
    {
      duties: [duty],
      importJob: shown,
      checkImport: answered,
      mendImportRow: () => {
        api.errors = 0;
        return answered();
      },
      commitImport: () => {
        api.state = 'COMMITTED';
        return answered();
      },
      submitReturn: () => api.receipt,
      changeProgress: () => api.progress,
    },
    { [UPLOAD]: () => [202, { job: 'j1' }] },
  );
});
describe('a stored file', () => {
  beforeEach(() => {
    Object.assign(api, { state: 'COMMITTED', errors: 0 });
  });

  test('is handed in by one press, with a receipt', async () => {
    await renderApp('/en/import?job=j1', {});
    const user = userEvent.setup({ document });
    await user.click(await screen.findByRole('button', { name: /^Hand in all of it/ }));
    expect(await screen.findByText(/KGZ-2025-001: 100,000 values/)).toBeTruthy();
    expect(lastInput(calls)).toMatchObject({ area: 'KGZ', cycle: 2025, import: 'j1' });
  });

  test('says once for each indicator what is in the way, and of how many values', async () => {
    const params = [
      { name: 'indicator', value: 'A5.8' },
      { name: 'values', value: '1200' },
    ];
    const problem = { code: 'SOURCE_REQUIRED', field: 'import', params };
    api.receipt = { submission: null, problems: [problem] };
    await renderApp('/en/import?job=j1', {});
    const user = userEvent.setup({ document });
    await user.click(await screen.findByRole('button', { name: /^Hand in all of it/ }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/^A5\.8: .+\(1,200 values\)$/);
  });
});

describe('a file that changes nothing', () => {
  const handIn = () => screen.queryByRole('button', { name: /^Hand in all of it/ });
  const open = async (drafts: typeof api.drafts) => {
    Object.assign(api, { state: 'CHECKED', errors: 0, summary: { new: 0, same: 2 }, drafts });
    await renderApp('/en/import?job=j1', {});
    await screen.findByText(/^Nothing changes/);
  };

  test('is handed in where its values are still drafts', async () => {
    await open(api.drafts);
    const waiting = await screen.findByText('Not handed in yet: 2.');
    await userEvent.setup({ document }).click(handIn() as HTMLElement);
    expect(await screen.findByText(/KGZ-2025-001/)).toBeTruthy();
    expect(lastInput(calls)).toMatchObject({ cycle: 2025, import: 'j1' });
    expect(waiting.isConnected).toBe(false);
  });

  test('offers nothing where all was handed in', async () => {
    await open([]);
    const isAsked = () => calls.some(({ body }) => String(body['query']).includes('drafts'));
    await waitFor(() => expect(isAsked()).toBe(true));
    expect(handIn()).toBeNull();
  });
});

describe('a file that is a table', () => {
  test('is read by the row and the columns that are clicked at', async () => {
    const cells = [['Yearbook'], ['', 'plan', 'fact'], ['Kyrgyzstan', '1', '7.5']];
    Object.assign(api, { state: 'REFUSED', preview: { rows: cells, head: 1, values: [] } });
    await renderApp('/en/import?job=j1', {});
    const user = userEvent.setup({ document });
    const check = await screen.findByRole<HTMLButtonElement>('button', {
      name: 'Check by this head',
    });
    expect(check.disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Row 2 names the columns' }));
    await user.click(screen.getByRole('button', { name: 'Column 3 holds values' }));
    await user.click(check);
    expect(lastInput(calls)).toEqual({ job: 'j1', head: 2, values: [3] });
  });

  test('of many years says what is taken in each, what waits, and why rows were left out', async () => {
    Object.assign(api, { state: 'CHECKED', errors: 0, cycle: null, leftOut: [leftOutBecause] });
    await renderApp('/en/import?job=j1', {});
    const table = await screen.findByRole('region', { name: 'Years of the file' });
    const texts = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
    expect(texts).toEqual(['20230–3', '202522025–']);
    expect(screen.getByText(/officer can open the closed years/)).toBeTruthy();
    const why = screen.getByRole('region', { name: 'What was left out, and why' });
    expect(within(why).getByText('The reporting cycle 2023 is not open.')).toBeTruthy();
  });
});

describe('the import page', () => {
  test('offers the template in the language of the file, and sends the file for a check', async () => {
    await renderApp('/en/import', {});
    const user = userEvent.setup({ document });
    await user.selectOptions(await screen.findByLabelText('Language of the file'), 'ky');
    const template = screen.getByRole('link', { name: /^Template/ });
    expect(template.getAttribute('href')).toBe('/templates/KGZ/2025.xlsx?lang=ky');
    const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Check the file' });
    expect(send.disabled).toBe(true);
    await user.upload(screen.getByLabelText(/^File/), new File(['code,value'], 'return.csv'));
    await user.click(send);
    expect(await screen.findByText('1 of 2 rows checked')).toBeTruthy();
    expect(calls.map(({ path }) => path)).toContain(UPLOAD);
  });

  test('opened again by its address shows the progress, then the red rows, mends and stores them', async () => {
    await renderApp('/en/import?job=j1', {});
    const user = userEvent.setup({ document });
    const step = () =>
      within(screen.getByRole('list', { name: 'Steps' }))
        .getAllByRole('listitem')
        .find((item) => item.getAttribute('aria-current') === 'step')?.textContent;
    expect(await screen.findByRole('progressbar', { name: 'Checking the file' })).toBeTruthy();
    expect(step()).toBe('2. Check');
    api.state = 'CHECKED';
    const table = await screen.findByRole('table', undefined, { timeout: 3000 });
    expect(within(table).getByText('“З” has a letter that looks like a digit.')).toBeTruthy();
    expect(within(table).getByRole('cell', { name: 'A1.1 Police trained' })).toBeTruthy();
    expect(screen.getByText(/^Correct the red rows first/)).toBeTruthy();
    expect(step()).toBe('2. Check');
    expect(screen.queryByRole('button', { name: /^Store/ })).toBeNull();
    const list = screen.getByRole('link', { name: /list of problems/ });
    expect(list.getAttribute('href')).toBe('/imports/j1/errors.csv?lang=en');

    const field = within(table).getByRole('textbox', { name: 'Value in row 2' });
    await user.clear(field);
    await user.type(field, '3');
    await user.click(within(table).getByRole('button', { name: 'Correct' }));
    const store = await screen.findByRole('button', { name: 'Store 2 values' });
    expect(step()).toBe('3. Confirm');
    await user.click(store);
    expect(await screen.findByText(/2 new and 0 changed values/)).toBeTruthy();
    expect(step()).toBe('3. Confirm');
    const asked = calls.map(({ body }) => body['operationName']);
    expect(asked.filter((name) => name === 'MendImportRow' || name === 'CommitImport')).toEqual([
      'MendImportRow',
      'CommitImport',
    ]);
  });

  test('says how far storing is, whoever began it, and that it is stored when it ends', async () => {
    const progress = { state: 'RUNNING', step: 'STORING', done: 5000, values: 12_000 };
    const running = { __typename: 'ChangeProgress', ...progress, problems: [] };
    Object.assign(api, { state: 'CHECKED', errors: 0, progress: running });
    await renderApp('/en/import?job=j1', {});
    await screen.findByText('5,000 of 12,000 values stored');
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Storing …' });
    expect([bar.value, bar.max]).toEqual([5000, 12_000]);
    const store = screen.getByRole<HTMLButtonElement>('button', { name: 'Store 2 values' });
    expect(store.disabled).toBe(true);
    Object.assign(api, { state: 'COMMITTED', progress: null });
    await screen.findByText(/2 new and 0 changed values/, undefined, { timeout: 3000 });
    expect(screen.getByRole('button', { name: /^Hand in all of it/ })).toBeTruthy();
  });

  test('says that the rows could not be read, not that there are none', async () => {
    Object.assign(api, { state: 'CHECKED', unread: true });
    await renderApp('/en/import?job=j1', {});
    expect((await screen.findByRole('alert')).textContent).toContain('req-42');
    expect(screen.queryByText('No such rows.')).toBeNull();
  });

  test('shows a red row as one to correct, by its wrong cells, and leaves it out', async () => {
    Object.assign(api, { state: 'CHECKED' });
    await renderApp('/en/import?job=j1', {});
    const user = userEvent.setup({ document });
    const table = await screen.findByRole('table');
    expect(within(table).queryByText('Left out')).toBeNull();
    expect(within(table).getByText(/To correct/)).toBeTruthy();
    await user.click(within(table).getByRole('button', { name: 'Leave out row 2' }));
    expect(lastInput(calls)).toEqual({ job: 'j1', row: 1, leaveOut: true });
  });

  test('takes a row in again that was left out', async () => {
    Object.assign(api, { state: 'CHECKED', left: true });
    await renderApp('/en/import?job=j1', {});
    const user = userEvent.setup({ document });
    await user.click(await screen.findByRole('button', { name: 'Take in again: row 2' }));
    expect(lastInput(calls)).toEqual({ job: 'j1', row: 1, leaveOut: false });
  });

  test('asks once what a word stands for, for all its rows', async () => {
    Object.assign(api, { state: 'CHECKED', unknown });
    await renderApp('/en/import?job=j1', {});
    const user = userEvent.setup({ document });
    const word = await screen.findByLabelText(/“Victims”/);
    await user.selectOptions(word, 'A5.8 Registered');
    const other = screen.getByLabelText(/“Kazakhstan”/);
    // the choice has no other countries: a file for one must not be taken for another
    expect(within(other).getAllByRole('option')).toHaveLength(2);
    await user.selectOptions(other, 'Leave these rows out');
    await user.click(screen.getByRole('button', { name: 'Check by these answers' }));
    expect(lastInput(calls)).toEqual({
      job: 'j1',
      codes: [
        { field: 'indicator', text: 'Victims', code: 'A5.8' },
        { field: 'area', text: 'Kazakhstan', code: null },
      ],
    });
  });

  test('takes back what was said of words', async () => {
    Object.assign(api, {
      state: 'CHECKED',
      codes: [{ field: 'indicator', text: 'Victims', code: 'A5.8' }],
    });
    await renderApp('/en/import?job=j1', {});
    const user = userEvent.setup({ document });
    const name = 'Take back the answers about unknown words';
    await user.click(await screen.findByRole('button', { name }));
    expect(lastInput(calls)).toEqual({ job: 'j1', codes: null });
  });

  test('asks what a column of countries is before the file is read, and takes “no column” for an answer', async () => {
    Object.assign(api, { state: 'REFUSED', columns });
    await renderApp('/en/import?job=j1', {});
    const user = userEvent.setup({ document });
    expect((await screen.findByRole('alert')).textContent).toContain('Where: This column holds');
    const area = screen.getByLabelText<HTMLSelectElement>('Country or region');
    expect(area.value).toBe('');
    await user.selectOptions(area, 'No column');
    await user.click(screen.getByRole('button', { name: 'Check by these columns' }));
    expect(lastInput(calls)).toEqual({ job: 'j1', columns: [{ field: 'area', at: null }] });
  });
});
