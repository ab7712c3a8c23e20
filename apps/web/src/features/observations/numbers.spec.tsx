import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { form, revision, tableCell } from '../../testing/form.fixture.ts';
import { renderDesk } from '../../testing/render-desk.tsx';
import { withDatabase } from '../../testing/with-database.ts';
import { filterOf } from './filter.ts';
import { ReturnForm } from './return-form.tsx';
import type { FormRowFragment } from './return-form.generated.ts';

withDatabase();

async function show(...cells: FormRowFragment[]): Promise<void> {
  await renderDesk(
    <ReturnForm form={form(...cells)} filter={filterOf({})} actionTitles={new Map()} />,
  );
  await screen.findByRole('heading', { level: 1 });
}

test('what is submitted names the indicators that were counted as filled in, and their values', async () => {
  const cell = tableCell();
  const saved = { state: 'DRAFT', version: 1 } as const;
  const filled = (id: string, value: string) => ({
    ...saved,
    id,
    current: { ...revision, id: `r ${id}`, value },
  });
  const [first, second] = cell.table?.cells ?? [];
  if (!cell.table || !first || !second) throw new Error('The fixture has parts.');
  const parts = cell.table.cells.map((part) =>
    part === first
      ? { ...part, ...filled('part-1', '3') }
      : part === second
        ? { ...part, ...filled('part-2', '4') }
        : part,
  );
  await show({ ...cell, ...filled('whole', '24'), table: { ...cell.table, cells: parts } });
  expect(screen.getByText('1 of 1 filled in')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Submit for review' }));
  expect(await screen.findByRole('button', { name: 'Submit 3 values (1 indicator)' })).toBeTruthy();
});

test('what is only corrected was not asked for, and is not counted as asked', async () => {
  const asked = { ...tableCell(), table: null };
  const corrected = { ...asked, indicator: 'A1.6', assigned: false, editable: true };
  await show(asked, corrected);
  expect(screen.getByText('0 of 1 filled in')).toBeTruthy();
});
