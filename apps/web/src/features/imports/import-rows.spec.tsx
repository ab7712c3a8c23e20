import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deskApi } from '../../testing/desk-api.ts';
import { renderApp } from '../../testing/render-app.tsx';

const row = (number: number) => ({
  ...{ number, line: number, verdict: 'REJECTED', severity: 'ERROR', indicator: 'A1.1' },
  ...{ part: null, name: null, before: null, typed: 'Z' },
  cells: [{ field: 'value', text: 'Z' }],
  problems: [
    {
      ...{ row: number, column: 'Value', code: 'NOT_A_NUMBER', severity: 'ERROR', field: 'value' },
      params: [{ name: 'text', value: 'Z' }],
    },
  ],
});

test('a corrected row leaves the list, and what is typed in a later one stays', async () => {
  let wrong = [1, 2, 3, 4];
  // two rows in place of a hundred
  const rows = ({ offset }: { offset: number | null }) => {
    const from = offset ?? 0;
    return { rows: wrong.slice(from, from + 2).map(row), more: from + 2 < wrong.length };
  };
  const job = {
    ...{ id: 'j1', area: 'KGZ', cycle: 2025, fileName: 'return.csv', format: 'csv' },
    ...{ state: 'CHECKED', checked: 4, seen: 4, checkedAt: '2026-12-01T10:00:00.000001Z' },
    summary: { rows: 4, new: 0, changed: 0, same: 0, rejected: 4, errors: 4 },
    ...{ fileProblems: [], problems: [], columnChoice: null, columns: [], preview: null },
    ...{ codes: [], rows, unknown: [], years: [], drafts: [], leftOut: [], indicators: [] },
  };
  const mendImportRow = () => {
    wrong = [1, 2, 4];
    return { job, problems: [] };
  };
  deskApi({ role: 'REPORTER', area: 'KGZ' }, { duties: [], importJob: job, mendImportRow });
  await renderApp('/en/import?job=j1', {});
  const user = userEvent.setup({ document });
  await user.click(await screen.findByRole('button', { name: 'Show more rows' }));
  const valueOf = (line: number) =>
    screen.findByRole<HTMLInputElement>('textbox', { name: `Value in row ${String(line)}` });
  const third = await valueOf(3);
  const fourth = await valueOf(4);
  await user.clear(fourth);
  await user.type(fourth, '44');
  const line = third.closest('tr');
  if (line === null) throw new Error('The field is in no row.');
  await user.click(within(line).getByRole('button', { name: 'Correct' }));
  await waitFor(() => expect(third.isConnected).toBe(false));
  expect(await valueOf(4)).toBe(fourth);
  expect(fourth.value).toBe('44');
  expect((await valueOf(1)).value).toBe('Z');
});
