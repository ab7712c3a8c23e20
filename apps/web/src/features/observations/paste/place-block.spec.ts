import { describe, expect, test } from '@jest/globals';
import { readBlock } from '@qadam/domain';
import { cell } from '../../../testing/form.fixture.ts';
import { emptyCells } from '../../../testing/entry-store.fixture.ts';
import type { FormRowFragment } from '../return-form.generated.ts';
import type { Column } from './columns.ts';
import { placeBlock, toPatches } from './place-block.ts';

const [one, two, three] = emptyCells(3) as [FormRowFragment, FormRowFragment, FormRowFragment];
const cells = [
  { ...one, names: cell.names },
  { ...two, ratio: true, names: [{ lang: 'ru' as const, text: 'Доля женщин' }] },
  three,
];

function place(text: string, column: Column = 'value', start = 'F1.1', of = cells) {
  const { placed, left } = placeBlock(readBlock(text), {
    cells: of,
    year: 2025,
    start: start === '' ? null : { indicator: start, column },
  });
  return {
    placed: placed.map((p) => `${p.indicator} ${p.column} ${p.text}`),
    left: left.map((l) => `${l.reason} ${l.text}${l.more > 0 ? ` +${l.more}` : ''}`),
  };
}

describe('a block without labels', () => {
  test('goes from the cursor downwards, empty rows leave their cell alone', () => {
    expect(place('24,5\n\n1\u00a0200\n')).toEqual({
      placed: ['F1.1 value 24,5', 'F1.3 value 1\u00a0200'],
      left: [],
    });
    expect(place('1\n2\n3', 'value', 'F1.2')).toEqual({
      placed: ['F1.2 value 1', 'F1.3 value 2'],
      left: ['BELOW_END 3'],
    });
  });

  test('fills numerator and denominator of a share', () => {
    expect(place('670\t2000', 'value', 'F1.2').placed).toEqual([
      'F1.2 numerator 670',
      'F1.2 denominator 2000',
    ]);
    expect(place('33,5\t670\t2000', 'value', 'F1.2').placed).toHaveLength(3);
    expect(place('670\t2000', 'value', 'F1.1').left).toEqual(['UNKNOWN_COLUMN 2000']);
  });

  test('does not take the year above it for a value', () => {
    expect(place('2025\n24')).toEqual({ placed: ['F1.1 value 24'], left: ['HEADING 2025'] });
  });

  test('does not write into locked cells', () => {
    const locked = [{ ...one, editable: false }, two];
    expect(place('1\n2', 'value', 'F1.1', locked)).toEqual({
      placed: ['F1.2 value 2'],
      left: ['LOCKED 1'],
    });
  });

  test('has no place without a cursor', () => {
    expect(place('1\n2', 'value', '').left).toEqual(['UNKNOWN_INDICATOR 1', 'UNKNOWN_INDICATOR 2']);
  });
});

describe('a block with the indicators beside it', () => {
  test('is recognised by code, in any order, look-alike letters and case included', () => {
    expect(place('f1.3\t7\nF1.1 Officers\t24', 'value', '')).toEqual({
      placed: ['F1.3 value 7', 'F1.1 value 24'],
      left: [],
    });
  });

  test('is recognised by name, in the language of the form or another', () => {
    expect(place('Обученные  СОТРУДНИКИ\t24\nдоля женщин\t30', 'value', '').placed).toEqual([
      'F1.1 value 24',
      'F1.2 value 30',
    ]);
    expect(place('Оқытылған қызметкерлер\t24', 'value', '').placed).toEqual(['F1.1 value 24']);
  });

  test('takes the column of the year and names a column it does not know once', () => {
    const text =
      'Код\tПоказатель\t2024\t2025 г.\tИсточник\tЦвет\nF1.1\tОбученные сотрудники\t23\t24,5\tПриказ № 7\tred';
    expect(place(text, 'value', '')).toEqual({
      placed: ['F1.1 value 24,5', 'F1.1 sourceText Приказ № 7'],
      left: ['OTHER_YEAR 2024 +1', 'WHOLE_COLUMN Цвет +1'],
    });
  });

  test('takes two columns of figures as numerator and denominator where there are parts', () => {
    expect(place('F1.2\t670\t2000\nF1.1\t24\t', 'value', '')).toEqual({
      placed: ['F1.2 numerator 670', 'F1.2 denominator 2000', 'F1.1 value 24'],
      left: [],
    });
  });

  test('may lie: indicators in the first row', () => {
    expect(place('\tF1.1\tF1.3\n2024\t1\t2\n2025\t24\t7', 'value', '')).toEqual({
      placed: ['F1.1 value 24', 'F1.3 value 7'],
      left: ['OTHER_YEAR 2024 +2'],
    });
  });

  test('never takes the figures of another year for those of this one', () => {
    expect(place('Код\t2024\nF1.1\t23', 'value', '')).toEqual({
      placed: [],
      left: ['OTHER_YEAR 2024 +1'],
    });
    expect(place('Код\t2023\t2024\nF1.2\t23\t24', 'value', '').placed).toEqual([]);
  });

  test('leaves over, and does not drop, a column without a heading and a first row that is no heading', () => {
    expect(place('Code\tValue\t\nF1.1\t1\t99\nF1.3\t2\t', 'value', '')).toEqual({
      placed: ['F1.1 value 1', 'F1.3 value 2'],
      left: ['NO_HEADING 99'],
    });
    expect(place('F9.9\tthird\nF1.1\t1\nF1.3\t2', 'value', '')).toEqual({
      placed: ['F1.1 value 1', 'F1.3 value 2'],
      left: ['HEADING third'],
    });
  });

  test('says of every filled cell where it went', () => {
    const blocks = [
      '\tКод\tЦвет\t2024\t2025\n1\tF1.1\tred\t5\tстадия 3\n2\tF9.9\t\t\t7',
      'F1.1\t1 234\tx\ty\nF1.2\t2\t3\t4\t5',
      '1\t2\n3\t4\n5\t6\n7\t8',
    ];
    for (const block of blocks) {
      const rows = readBlock(block);
      const { placed, left } = placeBlock(rows, {
        cells,
        year: 2025,
        start: { indicator: 'F1.1', column: 'value' },
      });
      const told = [...placed, ...left].map(({ text }) => text);
      const columns = left.filter(({ more }) => more > 0).map(({ text }) => text);
      for (const row of rows) {
        for (const [at, text] of row.entries()) {
          const isLabel = /^(F\d|Код|Value|2025)/.test(text) || text === '';
          const isOfColumn = rows.some((other) => columns.includes(other[at] ?? ''));
          expect([text, isLabel || isOfColumn || told.includes(text)]).toEqual([text, true]);
        }
      }
    }
  });

  test('takes a first row that is no indicator for a heading only if it has no figure', () => {
    expect(place('F9.9\t4\nF1.1\t1', 'value', '')).toEqual({
      placed: ['F1.1 value 1'],
      left: ['UNKNOWN_INDICATOR 4'],
    });
  });

  test('names a row that is no indicator, and a second value for one', () => {
    expect(place('F1.1\t1\nF1.3\t2\nF1.1\t3\nF9.9\t4', 'value', '')).toEqual({
      placed: ['F1.1 value 1', 'F1.3 value 2'],
      left: ['TWICE 3', 'UNKNOWN_INDICATOR 4'],
    });
  });
});

describe('what a pasted text changes', () => {
  const patchOf = (text: string, of: Partial<FormRowFragment>) =>
    toPatches([{ indicator: 'F1.1', column: 'value', text }], [{ ...one, ...of }])[0]?.patch;

  test('stays the text it is where it is a number', () => {
    expect(patchOf(' −12,5 % ', {})).toEqual({ value: '−12,5 %', missingReason: null });
  });

  test('chooses yes or no, and the stage, where these are the options', () => {
    const stages = [1, 2, 3].map((n) => ({ lang: 'en' as const, text: `Stage ${n}` }));
    expect(patchOf('Да', { kind: 'BINARY' })?.value).toBe('1');
    expect(patchOf('partly', { kind: 'BINARY' })).toBeUndefined();
    expect(patchOf('2', { kind: 'MILESTONE', stages })?.value).toBe('2');
    expect(patchOf('3', { kind: 'MILESTONE', stages })).toBeUndefined();
  });
});
