import { expect, test } from '@jest/globals';
import { form, savedCell, tableCell } from '../../testing/form.fixture.ts';
import { asLastSaved } from './kept-return.ts';

test('a cell that was saved since stands in the kept return, one that is older than its reading does not', () => {
  const read = savedCell('7', 2);
  const last = (value: string, version: number) =>
    asLastSaved({ of: form(read), at: 0, cells: [savedCell(value, version)] }).cells[0]?.current;
  expect(last('8', 3)?.value).toBe('8');
  expect(last('6', 1)?.value).toBe('7');
});

test('the same holds of the parts of a table', () => {
  const whole = tableCell();
  const [part] = whole.table?.cells ?? [];
  if (part === undefined) throw new Error('The table has no parts.');
  const last = (version: number) =>
    asLastSaved({ of: form(whole), at: 0, cells: [{ ...whole, ...part, version, state: 'DRAFT' }] })
      .cells[0]?.table?.cells[0]?.state;
  expect(last(1)).toBe('DRAFT');
  expect(last(0)).toBe('EMPTY');
});
