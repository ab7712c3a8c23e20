import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { emptyCells } from '../../testing/entry-store.fixture.ts';
import { form, savedCell, watched } from '../../testing/form.fixture.ts';
import { renderDesk, reporter } from '../../testing/render-desk.tsx';
import { withDatabase } from '../../testing/with-database.ts';
import { filterOf } from './filter.ts';
import type { FormRowFragment } from './return-form.generated.ts';
import { ReturnForm } from './return-form.tsx';
import { SaveValueDocument } from './return-form.generated.ts';

withDatabase();

interface Input {
  indicator: string;
  value: string;
  idempotencyKey: string;
}

let online = true;
jest.spyOn(navigator, 'onLine', 'get').mockImplementation(() => online);
function goOffline(): void {
  online = false;
  act(() => {
    window.dispatchEvent(new Event('offline'));
  });
}

// another person for each test, so that no draft of an earlier one is found
let person = 0;
afterEach(() => {
  online = true;
  person += 1;
});

const field = (cell: FormRowFragment) =>
  screen.getByLabelText<HTMLInputElement>(`${cell.name.text}, 2025`);

/** A server that saves whatever it is asked. */
function saving(asked: Input[], cells: readonly FormRowFragment[]): MockLink.MockedResponse {
  const query = SaveValueDocument;
  return {
    request: { query, variables: () => true },
    delay: 0,
    maxUsageCount: Number.POSITIVE_INFINITY,
    result: (variables: Record<string, unknown>) => {
      const input = variables['input'] as Input;
      asked.push(input);
      const cell = cells.find(({ indicator }) => indicator === input.indicator);
      return {
        data: { saveValue: { cell: { ...cell, ...savedAs(input) }, problems: [] } },
      };
    },
  };
}
const savedAs = ({ indicator, value }: Input) => ({ ...savedCell(value, 1), indicator });

async function show(
  cells: FormRowFragment[],
  { asked = [], search = {} }: { asked?: Input[]; search?: Record<string, string> } = {},
) {
  await renderDesk(
    <ReturnForm form={form(...cells)} filter={filterOf(search)} actionTitles={new Map()} />,
    { answers: [saving(asked, cells)], me: { ...reporter, id: `reporter ${person}` } },
  );
  await screen.findByRole('heading', { level: 1 });
  return userEvent.setup();
}

const paste = (target: Element, text: string) =>
  fireEvent.paste(target, { clipboardData: { getData: () => text } });

test('20 values typed without a network are sent once each by the page that is opened later', async () => {
  const cells = emptyCells(20);
  const asked: Input[] = [];
  await show(cells, { asked });
  goOffline();
  expect(screen.getByText(/^No network/)).toBeTruthy();
  for (const cell of cells) {
    fireEvent.change(field(cell), { target: { value: '24' } });
    fireEvent.blur(field(cell));
  }
  expect(await screen.findAllByText('queued, no connection')).toHaveLength(20);
  cleanup();
  expect(asked).toHaveLength(0);

  online = true;
  await show(cells, { asked });
  const saved = () => document.querySelectorAll('[data-save="SAVED"]');
  await waitFor(() => expect(saved()).toHaveLength(20), { timeout: 20_000, interval: 200 });
  expect(new Set(asked.map(({ indicator }) => indicator)).size).toBe(20);
  expect(asked).toHaveLength(20);
}, 40_000);

test('a key typed in one row draws no other row again, nor does its save', async () => {
  const [typed, other] = emptyCells(2) as [FormRowFragment, FormRowFragment];
  const { cell, drawn } = watched(other);
  const user = await show([typed, cell]);
  const before = drawn();
  expect(before).toBeGreaterThan(0);
  await user.type(field(typed), '24');
  await user.tab();
  await waitFor(() => expect(document.querySelectorAll('[data-save="SAVED"]')).toHaveLength(1));
  expect(field(typed).value).toBe('24');
  expect(drawn()).toBe(before);
});

describe('pasting', () => {
  test('puts a small block into the cells from the cursor down, and Ctrl+Z takes all of it back', async () => {
    const [one, two, three] = emptyCells(3) as [FormRowFragment, FormRowFragment, FormRowFragment];
    const user = await show([one, two, three]);
    await user.click(field(two));
    paste(field(two), '24\r\n25\r\n');
    expect([one, two, three].map((cell) => field(cell).value)).toEqual(['', '24', '25']);
    await user.keyboard('{Control>}z{/Control}');
    expect([one, two, three].map((cell) => field(cell).value)).toEqual(['', '', '']);
  });

  test('shows a block of more than 20 cells before, where a text can be put right', async () => {
    const cells = emptyCells(21);
    const user = await show(cells);
    const block = cells.map(({ indicator }, at) => `${indicator}\t${at === 0 ? '2O' : '24'}`);
    paste(document.body, block.join('\n'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/has a letter that looks like a digit/)).toBeTruthy();
    const wrong = dialog.getByLabelText('Indicator 1');
    await user.clear(wrong);
    await user.type(wrong, '20');
    await user.click(dialog.getByRole('button', { name: 'Paste 21 values' }));
    expect(cells.map((cell) => field(cell).value)).toEqual(['20', ...Array<string>(20).fill('24')]);
  });

  test('asks where a row belongs that was not recognised', async () => {
    const cells = emptyCells(3);
    const user = await show(cells);
    paste(document.body, 'F1.1\t24\nF1.2\t25\nTrained officres\t26');
    const dialog = within(await screen.findByRole('dialog'));
    await user.selectOptions(dialog.getByLabelText('Where does “26” go?'), 'F1.3');
    await user.click(dialog.getByRole('button', { name: 'Paste 3 values' }));
    expect(cells.map((cell) => field(cell).value)).toEqual(['24', '25', '26']);
  });
});

describe('keys', () => {
  test('a question mark shows the keys, but is a letter like others in a field', async () => {
    const [cell] = emptyCells(1) as [FormRowFragment];
    const user = await show([cell]);
    await user.click(field(cell));
    await user.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(field(cell).value).toBe('?');
    act(() => {
      field(cell).blur();
    });
    await user.keyboard('?');
    const dialog = within(await screen.findByRole('dialog', { name: 'Keys of the entry grid' }));
    await user.click(dialog.getByLabelText(/^Keys of one character work/));
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    await user.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('Ctrl+D fills from last year, Ctrl+Enter shows the earlier years', async () => {
    const [cell] = emptyCells(1) as [FormRowFragment];
    const user = await show([cell]);
    await user.click(field(cell));
    await user.keyboard('{Control>}d{/Control}');
    expect(field(cell).value).toBe('23');
    await user.clear(field(cell));
    await user.type(field(cell), '46');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('100% above last year')).toBeTruthy();
    expect(screen.getByText('Usual range: 16.3% to 26.7%')).toBeTruthy();
  });

  test('Ctrl+D and Ctrl+Z are the same under a Cyrillic layout', async () => {
    const [cell] = emptyCells(1) as [FormRowFragment];
    await show([cell]);
    fireEvent.keyDown(field(cell), { key: 'в', code: 'KeyD', ctrlKey: true });
    expect(field(cell).value).toBe('23');
    fireEvent.keyDown(field(cell), { key: 'я', code: 'KeyZ', ctrlKey: true });
    expect(field(cell).value).toBe('');
  });
});

describe('several values at once', () => {
  const values = () =>
    [1, 2, 3].map((n) => screen.getByLabelText<HTMLInputElement>(`Indicator ${n}, 2025`));
  const select = async () => {
    const user = await show(emptyCells(3));
    const [first] = values();
    if (first === undefined) throw new Error('no value');
    await user.click(first);
    await user.type(first, '12');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    return user;
  };

  test('the first fills those that are selected below it, and one step takes it back', async () => {
    const user = await select();
    expect(screen.getByText('3 values selected')).toBeTruthy();
    await user.keyboard('{Control>}d{/Control}');
    expect(values().map(({ value }) => value)).toEqual(['12', '12', '12']);
    await user.keyboard('{Control>}z{/Control}');
    expect(values().map(({ value }) => value)).toEqual(['12', '', '']);
  });

  test('are filled under a Cyrillic layout, too', async () => {
    await select();
    const [first] = values();
    if (first === undefined) throw new Error('no value');
    fireEvent.keyDown(first, { key: 'в', code: 'KeyD', ctrlKey: true });
    expect(values().map(({ value }) => value)).toEqual(['12', '12', '12']);
  });

  test('are copied as a column, and emptied', async () => {
    const user = await select();
    await user.keyboard('{Control>}d{/Control}');
    const copied = { data: '' };
    const [first] = values();
    if (first === undefined) throw new Error('no value');
    fireEvent.copy(first, {
      clipboardData: { setData: (_type: string, data: string) => (copied.data = data) },
    });
    expect(copied.data).toBe('12\r\n12\r\n12');
    await user.keyboard('{Delete}');
    expect(values().map(({ value }) => value)).toEqual(['', '', '']);
  });
});

describe('filters', () => {
  test('only what is missing, and a row stays while it is filled in', async () => {
    const [one, two] = emptyCells(2) as [FormRowFragment, FormRowFragment];
    const filled = { ...savedCell('23', 1), indicator: two.indicator, name: two.name };
    const user = await show([one, filled], { search: { only: 'missing' } });
    expect(screen.queryByLabelText('Indicator 2, 2025')).toBeNull();
    await user.type(field(one), '24');
    expect(field(one).value).toBe('24');
    const link = screen.getByRole('link', { name: /^Only missing/ });
    expect(link.getAttribute('aria-current')).toBe('true');
  });

  test('one action at a time', async () => {
    const [one, two] = emptyCells(2) as [FormRowFragment, FormRowFragment];
    await show([one, { ...two, actions: ['F2'] }], { search: { section: 'F2' } });
    expect(screen.queryByLabelText('Indicator 1, 2025')).toBeNull();
    expect(field(two)).toBeTruthy();
    const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'By action' });
    expect([...choice.options].map(({ value }) => value)).toEqual(['', 'F1', 'F2']);
    expect(choice.value).toBe('F2');
  });
});
