import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deskApi } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const problem = {
  ...{ row: 2, column: 'Value', code: 'NOT_A_NUMBER', severity: 'ERROR', field: 'value' },
  params: [{ name: 'text', value: 'Z' }],
};
const red = {
  ...{ number: 1, line: 2, verdict: 'REJECTED', severity: 'ERROR', indicator: 'A1.1' },
  ...{ part: null, name: null, before: null, typed: 'Z' },
  cells: [{ field: 'value', text: 'Z' }],
  problems: [problem],
};
const job = {
  ...{ id: 'j1', area: 'KGZ', cycle: 2025, fileName: 'return.csv', format: 'csv' },
  ...{ state: 'CHECKED', checked: 1, seen: 1, checkedAt: '2026-12-01T10:00:00.000001Z' },
  summary: { rows: 1, new: 0, changed: 0, same: 0, rejected: 1, errors: 1 },
  ...{ fileProblems: [] as object[], problems: [problem], columnChoice: null },
  columns: [{ at: 1, name: 'code', sample: 'A1.1', field: 'indicator', holds: null }],
  preview: { rows: [['code', 'value']], head: 1, values: [2] },
  codes: [{ field: 'indicator', text: 'Victims', code: 'A5.8' }],
  rows: { rows: [red], more: false },
  unknown: [{ field: 'indicator', text: 'Other', rows: 1, line: 2, options: [] }],
  ...{ years: [], drafts: [], leftOut: [], indicators: [] },
};
const ready = { ...job, summary: { ...job.summary, new: 1, rejected: 0, errors: 0 } };

const open = async (role: 'REPORTER' | 'OFFICER', shown: object, answers: object = {}) => {
  const area = role === 'REPORTER' ? 'KGZ' : null;
  const calls = deskApi({ role, area }, { duties: [], importJob: shown, ...answers });
  await renderApp('/en/import?job=j1', {});
  return calls;
};

const OFFERED = [
  ['button', 'Correct'],
  ['button', 'Leave out row 2'],
  ['button', 'Check by these answers'],
  ['button', 'Take back the answers about unknown words'],
  ['button', 'Check by this head'],
  ['button', 'Check by these columns'],
] as const;
const offered = () =>
  OFFERED.filter(([role, name]) => screen.queryByRole(role, { name, hidden: true }) !== null);

test.each(['CHECKED', 'REFUSED'])('an officer only looks at a file that is %s', async (state) => {
  await open('OFFICER', { ...job, state });
  await screen.findByText(/only the country can correct them/);
  if (state === 'CHECKED') await screen.findByText(/“Z”/);
  expect(offered()).toEqual([]);
});

test('a reporter of the country is offered to correct it', async () => {
  await open('REPORTER', job);
  await screen.findByRole('button', { name: 'Check by these answers' });
  await screen.findByRole('button', { name: 'Correct' });
  expect(offered()).toEqual([...OFFERED]);
});

test('a reporter stores what the page shows, and nothing that changed since', async () => {
  const params: object[] = [];
  const changed = { row: null, column: null, code: 'IMPORT_CHANGED', severity: 'ERROR', params };
  const commitImport = { job: ready, problems: [changed] };
  const calls = await open('REPORTER', ready, { commitImport });
  const user = userEvent.setup({ document });
  await user.click(await screen.findByRole('button', { name: /^Store 1 / }));
  expect(await screen.findByText(/checked again or corrected after you looked at it/)).toBeTruthy();
  const sent = calls.findLast(({ body }) => body['operationName'] === 'CommitImport');
  expect(sent?.body['variables']).toEqual({ job: 'j1', checkedAt: job.checkedAt });
});

test('a file that could not be stored after its check can be checked again', async () => {
  const late = { ...problem, row: null, column: null, code: 'CYCLE_CLOSED' };
  const calls = await open('REPORTER', { ...ready, fileProblems: [late] });
  const user = userEvent.setup({ document });
  await user.click(await screen.findByRole('button', { name: 'Check again' }));
  expect(calls.some(({ body }) => body['operationName'] === 'CheckImport')).toBe(true);
});
