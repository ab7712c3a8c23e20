import { afterEach, describe, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { purgeDrafts } from '../../../desk/draft-store.ts';
import { form, revision, savedCell, tableCell, watched } from '../../../testing/form.fixture.ts';
import { renderDesk, reporter } from '../../../testing/render-desk.tsx';
import { ReturnForm } from '../return-form.tsx';
import { SaveValueDocument } from '../return-form.generated.ts';
import type { SaveRequest } from '../cell-draft.ts';

afterEach(async () => {
  await purgeDrafts(reporter.id);
});

async function show(row = tableCell()) {
  const sent: SaveRequest[] = [];
  const known = [row, ...(row.table?.cells ?? []).map((part) => ({ ...row, ...part }))];
  await renderDesk(
    <ReturnForm
      form={form(row)}
      filter={{ only: null, section: null, cell: null }}
      actionTitles={new Map()}
    />,
    {
      answers: [
        {
          request: { query: SaveValueDocument, variables: () => true },
          delay: 0,
          maxUsageCount: Number.POSITIVE_INFINITY,
          result: (variables: Record<string, unknown>) => {
            const input = variables['input'] as SaveRequest;
            sent.push(input);
            const { age, sex } = input.part;
            const cell = known.find(({ part }) => part.age === age && part.sex === sex);
            const { current, ...saved } = savedCell(input.value ?? '', input.expectedVersion + 1);
            const { numerator, denominator, sourceText } = input;
            const now = current && { ...current, numerator, denominator, sourceText };
            const { id, state, version, clearable } = saved;
            const answer = {
              ...cell,
              table: undefined,
              id,
              state,
              version,
              clearable,
              current: now,
            };
            return { data: { saveValue: { cell: answer, problems: [] } } };
          },
        },
      ],
    },
  );
  await screen.findByRole('heading', { level: 1 });
  return { user: userEvent.setup(), sent };
}

const field = (part: string) =>
  screen.getByLabelText<HTMLInputElement>(`Orders issued${part === '' ? '' : `: ${part}`}, 2025`);
const type = (values: Record<string, string>) => {
  for (const [part, value] of Object.entries(values)) {
    fireEvent.change(field(part), { target: { value } });
    fireEvent.blur(field(part));
  }
};

describe('a value that is collected by parts', () => {
  test('has a field for every part and every margin, as a table with headings', async () => {
    await show();
    const table = within(screen.getByRole('table', { name: 'Orders issued. By parts: age × sex' }));
    expect(table.getAllByRole('columnheader').map((one) => one.textContent)).toEqual([
      'women',
      'men',
      'Total',
    ]);
    expect(table.getAllByRole('textbox')).toHaveLength(8);
    expect(screen.getByText('0 of 8 filled in')).toBeTruthy();
  });

  test('a key typed in one part draws no other part again', async () => {
    const row = tableCell();
    const [typed, other, ...more] = row.table?.cells ?? [];
    if (!row.table || !typed || !other) throw new Error('The table has too few parts.');
    const { cell, drawn } = watched(other);
    const cells = [typed, cell, ...more];
    const { sent } = await show({ ...row, table: { ...row.table, cells } });
    const before = drawn();
    expect(before).toBeGreaterThan(0);
    const input = screen.getByLabelText(`${typed.name.text}, 2025`);
    fireEvent.change(input, { target: { value: '7' } });
    fireEvent.blur(input);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(screen.getByText('1 of 8 filled in')).toBeTruthy();
    expect(drawn()).toBe(before);
  });

  test('the return counts what it is asked for, and says when only parts are empty', async () => {
    await show();
    expect(screen.getByText('0 of 1 filled in')).toBeTruthy();
    type({ 'women, 0–17': '3' });
    expect(screen.getByText('0 of 1 filled in')).toBeTruthy();
    type({ '': '12' });
    expect(screen.getByText('1 of 1 filled in')).toBeTruthy();
    expect(screen.getByText(/7 parts still empty/)).toBeTruthy();
    expect(screen.getByText('All values (1)')).toBeTruthy();
  });

  test('each part is saved for itself, and says so', async () => {
    const { sent } = await show();
    type({ 'women, 0–17': '3' });
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ indicator: 'F1.1', value: '3', expectedVersion: 0 });
    expect(sent[0]?.part).toEqual({
      sex: 'F',
      age: 'Y0T17',
      urbanisation: '_T',
      region: '_T',
      breakdown: '_T',
    });
    expect(await screen.findByText('saved')).toBeTruthy();
  });

  test('a sum that differs is told while it is typed, where it stands, and keeps the return back', async () => {
    const { user } = await show();
    type({ 'women, 0–17': '3', 'men, 0–17': '4', '0–17': '8' });
    expect(await screen.findByText(/The parts add up to 7, the total says 8/)).toBeTruthy();
    expect(field('0–17').getAttribute('aria-invalid')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Submit for review' }));
    const dialog = within(await screen.findByRole('dialog', {}, { timeout: 5000 }));
    expect(dialog.getByText('To be corrected first')).toBeTruthy();
    expect(dialog.getByRole('link', { name: 'Orders issued: 0–17' })).toBeTruthy();
    expect(dialog.getByRole('button', { name: /^Submit/ })).toHaveProperty('disabled', true);
  });

  test('totals are taken from complete parts with one click, the whole included', async () => {
    const { user } = await show();
    type({ 'women, 0–17': '1', 'men, 0–17': '2', 'women, 18 and over': '3' });
    expect(screen.getByRole('button', { name: 'Take 2 totals from their parts' })).toBeTruthy();
    type({ 'men, 18 and over': '4' });
    await user.click(screen.getByRole('button', { name: 'Take 5 totals from their parts' }));
    expect(['0–17', '18 and over', 'women', 'men', ''].map((one) => field(one).value)).toEqual([
      '3',
      '7',
      '4',
      '6',
      '10',
    ]);
    expect(screen.queryByRole('button', { name: /from (its|their) parts/ })).toBeNull();
  });

  test('a block from a spreadsheet goes where it stands in the table', async () => {
    const { user } = await show();
    await user.click(field('women, 0–17'));
    fireEvent.paste(field('women, 0–17'), {
      clipboardData: { getData: () => '1\t2\t3\r\n4\t5\t9\r\n5\t7\r\n' },
    });
    const parts = ['women, 18 and over', 'men, 18 and over', '18 and over', 'women', 'men'];
    expect(parts.map((one) => field(one).value)).toEqual(['4', '5', '9', '5', '7']);
    await user.keyboard('{Control>}z{/Control}');
    expect(parts.map((one) => field(one).value)).toEqual(['', '', '', '', '']);
  });

  test('what of a block lies beyond the table is shown, and not dropped', async () => {
    const { user } = await show();
    await user.click(field('men, 18 and over'));
    fireEvent.paste(field('men, 18 and over'), {
      clipboardData: { getData: () => '5\t9\t77\r\n7\r\n' },
    });
    const dialog = within(await screen.findByRole('dialog', { name: 'Check what is pasted' }));
    expect(dialog.getByText('1 cell is left over')).toBeTruthy();
    expect(dialog.getByText('77')).toBeTruthy();
    expect(dialog.getByText('It lies outside of the table.')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    expect(field('men, 18 and over').value).toBe('5');
  });

  test('the arrows go to the cell above and below, and at the edge out of the table', async () => {
    const { user } = await show();
    await user.click(field('men, 0–17'));
    const at = () => document.activeElement?.getAttribute('aria-label');
    await user.keyboard('{ArrowDown}');
    expect(at()).toBe('Orders issued: men, 18 and over, 2025');
    await user.keyboard('{ArrowDown}');
    expect(at()).toBe('Orders issued: men, 2025');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(at()).toBe('Orders issued: men, 0–17, 2025');
    await user.keyboard('{ArrowUp}');
    expect(at()).toBe('Orders issued, 2025');
    // Enter goes on through the cells one after the other
    await user.click(field('women, 0–17'));
    await user.keyboard('{Enter}');
    expect(at()).toBe('Orders issued: men, 0–17, 2025');
  });

  test('of a share the arrows keep to numerators and to denominators', async () => {
    const { user } = await show(tableCell('RATIO'));
    await user.click(screen.getByLabelText('Orders issued: women, 0–17, 2025, denominator'));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      'Orders issued: women, 18 and over, 2025, denominator',
    );
  });

  test('parts come from where the whole comes from', async () => {
    const { user, sent } = await show();
    type({ 'women, 0–17': '3' });
    await user.type(screen.getByLabelText('Source: Orders issued, 2025'), 'Order 7');
    await user.tab();
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ value: '3', sourceText: 'Order 7' }), {
      timeout: 5000,
    });
    type({ 'men, 0–17': '4' });
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ value: '4', sourceText: 'Order 7' }), {
      timeout: 5000,
    });
  });

  describe('with comments that a file brought', () => {
    const comment = (part: string) =>
      screen.queryByRole<HTMLTextAreaElement>('textbox', {
        name: new RegExp(`[Cc]omment.*: Orders issued: ${part}, 2025$`),
      });
    const open = () => {
      const row = tableCell();
      const current = { ...revision, value: '3', comment: 'As the register has it' };
      const [first, second, ...more] = row.table?.cells ?? [];
      if (!row.table || !first || !second) throw new Error('The table has too few parts.');
      const asked = { ...second, current, returnReason: 'Which register?' };
      return show({
        ...row,
        table: { ...row.table, cells: [{ ...first, current }, asked, ...more] },
      });
    };

    test('folds those about which nothing is left to say', async () => {
      const { user } = await open();
      expect(comment('women, 0–17')).toBeNull();
      expect(comment('men, 0–17')).not.toBeNull();
      await user.click(screen.getByText('Comments on parts: 1'));
      await waitFor(() => expect(comment('women, 0–17')?.value).toBe('As the register has it'));
      // a comment that is written anew stays under the cursor
      const own = comment('women, 0–17');
      if (own === null) throw new Error('It is still folded.');
      await user.clear(own);
      await user.type(own, 'By the court');
      expect(comment('women, 0–17')).toBe(own);
      expect(own.value).toBe('By the court');
    });

    test('shows the notes on a figure that is typed over, and keeps them in view', async () => {
      const { user } = await open();
      type({ 'women, 0–17': 'n/a' });
      const reason = await screen.findByLabelText(
        'Reason without a value: Orders issued: women, 0–17, 2025',
      );
      await user.selectOptions(reason, 'NOT_COLLECTED');
      expect(screen.queryByText(/^Comments on parts/)).toBeNull();
      expect(comment('women, 0–17')?.value).toBe('As the register has it');
    });
  });

  test('a word for a gap asks which gap it is, below the table', async () => {
    const { user, sent } = await show();
    type({ 'women, 0–17': 'n/a' });
    const reason = await screen.findByLabelText(
      'Reason without a value: Orders issued: women, 0–17, 2025',
    );
    await user.selectOptions(reason, 'NOT_COLLECTED');
    await waitFor(
      () => expect(sent.at(-1)).toMatchObject({ value: null, missingReason: 'NOT_COLLECTED' }),
      { timeout: 5000 },
    );
    expect(field('women, 0–17').value).toBe('');
  });

  test('of a share both numbers of each part are asked for, and its rate is computed', async () => {
    await show({ ...tableCell('RATIO'), multiplier: '100', decimals: 1 });
    const label = 'Orders issued: women, 0–17, 2025';
    fireEvent.change(screen.getByLabelText(`${label}, numerator`), { target: { value: '10' } });
    fireEvent.change(screen.getByLabelText(`${label}, denominator`), { target: { value: '40' } });
    expect(screen.getByText(/^= 25(\.0)?%?$/)).toBeTruthy();
  });
});

test('a table with too many parts says how many are filled in, and where that is done', async () => {
  const filled = [
    { state: 'DRAFT' as const, parts: 3 },
    { state: 'SUBMITTED' as const, parts: 1200 },
  ];
  const { table, ...row } = tableCell();
  const [part] = table?.cells ?? [];
  if (part === undefined) throw new Error('The table has no parts.');
  const returned = { ...part, state: 'RETURNED' as const, returnReason: 'Which court?' };
  const largeTable = { parts: 5040, filled, cells: [returned] };
  const { user, sent } = await show({ ...row, table: null, largeTable });
  screen.getByText(/^The table has too many parts for this page/);
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: /^Import a file/ });
  expect(new URL(link.href).pathname).toBe('/en/import');
  expect(screen.getByText(/of 5,040 filled in/).textContent).toBe(
    '1,203 of 5,040 filled in · draft: 3 · submitted: 1,200',
  );
  expect(screen.queryByRole('table', { name: /By parts/ })).toBeNull();
  // what was returned is answered here
  expect(screen.getAllByText('Which court?').length).toBeGreaterThan(0);
  const answer = screen.getByRole<HTMLInputElement>('textbox', {
    name: `${part.name.text}, 2025`,
  });
  await user.type(answer, '3{Tab}');
  await waitFor(() => {
    expect(sent).toMatchObject([{ part: part.part, value: '3' }]);
  });
});
