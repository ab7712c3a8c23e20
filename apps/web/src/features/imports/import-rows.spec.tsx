import { expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
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

/** The page of a file with these wrong rows, of which a correction takes one away; two rows are read in place of a hundred. */
async function show(numbers: number[]) {
  let wrong = numbers;
  /** What a further part waits for before it is answered. */
  let wait = Promise.resolve();
  let isDown = false;
  const rows = async ({ offset }: { offset: number | null }) => {
    if (isDown) throw new Error('down');
    const from = offset ?? 0;
    const answer = { rows: wrong.slice(from, from + 2).map(row), more: from + 2 < wrong.length };
    if (from > 0) await wait;
    return answer;
  };
  const job = {
    ...{ id: 'j1', area: 'KGZ', cycle: 2025, fileName: 'return.csv', format: 'csv' },
    ...{ state: 'CHECKED', checked: 4, seen: 4, checkedAt: '2026-12-01T10:00:00.000001Z' },
    summary: { rows: 4, new: 0, changed: 0, same: 0, rejected: 4, errors: 4 },
    ...{ fileProblems: [], problems: [], columnChoice: null, columns: [], preview: null },
    ...{ codes: [], rows, unknown: [], years: [], drafts: [], leftOut: [], indicators: [] },
  };
  const mendImportRow = ({ input }: { input: { row: number } }) => {
    wrong = wrong.filter((one) => one !== input.row);
    return { job, problems: [] };
  };
  deskApi({ role: 'REPORTER', area: 'KGZ' }, { duties: [], importJob: job, mendImportRow });
  await renderApp('/en/import?job=j1', {});
  await screen.findByRole('button', { name: 'Show more rows' });
  return {
    user: userEvent.setup({ document }),
    breakDown: () => {
      isDown = true;
    },
    /** Holds back further parts until the returned function is called. */
    hold: () => {
      let release: () => void = () => undefined;
      wait = new Promise((done) => {
        release = done;
      });
      return release;
    },
  };
}
/** Waits until every answer that can be given has been given. */
const settled = () => act(() => new Promise((done) => setTimeout(done, 100)));
const fieldOf = (line: number) => screen.getByRole('textbox', { name: nameOf(line) });
const nameOf = (line: number) => `Value in row ${String(line)}`;
const lineOf = (line: number) => {
  const found = fieldOf(line).closest('tr');
  if (found === null) throw new Error('The field is in no row.');
  return within(found);
};
const lines = () =>
  screen.queryAllByRole('rowheader').map(({ textContent }) => Number(textContent));

test('a corrected row leaves the list, and what is typed in a later one stays', async () => {
  const { user } = await show([1, 2, 3, 4]);
  await user.click(screen.getByRole('button', { name: 'Show more rows' }));
  const third = await screen.findByRole('textbox', { name: nameOf(3) });
  const fourth = fieldOf(4);
  await user.clear(fourth);
  await user.type(fourth, '44');
  await user.click(lineOf(3).getByRole('button', { name: 'Correct' }));
  await waitFor(() => expect(third.isConnected).toBe(false));
  expect(fieldOf(4)).toBe(fourth);
  expect((fourth as HTMLInputElement).value).toBe('44');
  expect((fieldOf(1) as HTMLInputElement).value).toBe('Z');
});

test('a second press while more rows are read brings no row twice', async () => {
  const { user, hold } = await show([1, 2, 3, 4, 5]);
  const release = hold();
  await user.dblClick(screen.getByRole('button', { name: 'Show more rows' }));
  release();
  await screen.findByRole('textbox', { name: nameOf(4) });
  await settled();
  expect(lines()).toEqual([1, 2, 3, 4]);
});

test('after two quick corrections each row is there once, as it is after the second', async () => {
  const { user, hold } = await show([1, 2, 3, 4, 5, 6]);
  for (const last of [4, 6]) {
    await user.click(screen.getByRole('button', { name: 'Show more rows' }));
    await screen.findByRole('textbox', { name: nameOf(last) });
  }
  const release = hold();
  await user.click(lineOf(1).getByRole('button', { name: 'Correct' }));
  await settled();
  await user.click(lineOf(4).getByRole('button', { name: 'Correct' }));
  await settled();
  release();
  await waitFor(() => expect(screen.queryByRole('textbox', { name: nameOf(4) })).toBeNull());
  await settled();
  expect(lines()).toEqual([2, 3, 5, 6]);
});

test('the focus goes to the next row when the one in which somebody pressed has left', async () => {
  const { user } = await show([1, 2, 3]);
  await user.click(lineOf(1).getByRole('button', { name: 'Correct' }));
  await waitFor(() => expect(lines()).toEqual([2, 3]));
  expect(document.activeElement).toBe(fieldOf(2));
  await user.click(screen.getByRole('button', { name: 'Leave out row 3' }));
  await waitFor(() => expect(lines()).toEqual([2]));
  // nothing is after the last one
  const title = screen.getByRole('heading', { name: 'Rows of the file' });
  expect(document.activeElement).toBe(title.parentElement);
});

test('rows that cannot be read again stay, with what is typed in them', async () => {
  const { user, breakDown } = await show([1, 2, 3]);
  await user.type(fieldOf(2), '2');
  breakDown();
  await user.click(lineOf(1).getByRole('button', { name: 'Correct' }));
  await screen.findByRole('alert');
  expect(lines()).toEqual([1, 2]);
  expect((fieldOf(2) as HTMLInputElement).value).toBe('Z2');
});
