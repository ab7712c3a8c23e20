import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkTable } from './check-table.ts';
import { type Part, partKey, TOTAL_PART } from './part.ts';
import { tableTotals } from './table-totals.ts';
import { additiveOf, partsOfTable, type BreakdownTable, type TableAxis } from './table.ts';

const sex: TableAxis = { dimension: 'sex', codes: [{ code: 'F' }, { code: 'M' }] };
const age: TableAxis = {
  dimension: 'age',
  codes: [{ code: 'Y0T17' }, { code: 'Y_GE18' }, { code: '_U' }],
};

/** Makes a table from cells such as "F Y0T17": 3; a dot stands for the total. */
function table(axes: TableAxis[], values: Record<string, string | null>): BreakdownTable {
  const cells = Object.entries(values).map(([at, value]) => {
    const part: Part = at.split(' ').reduce<Part>((built, code) => {
      const axis = axes.find(({ codes }) => codes.some((one) => one.code === code));
      return axis ? { ...built, [axis.dimension]: code } : built;
    }, TOTAL_PART);
    return { part, value, numerator: null, denominator: null };
  });
  return { axes, additive: 'VALUE', cells };
}
const told = (input: BreakdownTable) =>
  checkTable(input).map(({ part, hit }) => ({ at: partKey(part), code: hit.code, ...hit.params }));

test('a table asks for every part and every margin, and for the total nowhere', () => {
  expect(partsOfTable([age, sex]).map(partKey)).toEqual([
    'sex=F age=Y0T17',
    'sex=M age=Y0T17',
    'age=Y0T17',
    'sex=F age=Y_GE18',
    'sex=M age=Y_GE18',
    'age=Y_GE18',
    'sex=F age=_U',
    'sex=M age=_U',
    'age=_U',
    'sex=F',
    'sex=M',
  ]);
  expect(partsOfTable([])).toEqual([]);
});

describe('the sums of a table', () => {
  test('parts that add up are in order', () => {
    expect(told(table([sex], { F: '90', M: '185', '.': '275' }))).toEqual([]);
  });

  test('parts that add up to less are an error at their total', () => {
    expect(told(table([sex], { F: '90', M: '184', '.': '275' }))).toEqual([
      { at: '', code: 'PARTS_DIFFER', sum: '274', total: '275' },
    ]);
  });

  test('while a part is missing only a sum above the total is wrong', () => {
    expect(told(table([sex], { F: '90', '.': '275' }))).toEqual([]);
    expect(told(table([sex], { F: '300', '.': '275' }))).toEqual([
      { at: '', code: 'PARTS_DIFFER', sum: '300', total: '275' },
    ]);
  });

  test('without a total there is nothing to contradict', () => {
    expect(told(table([sex], { F: '90', M: '185' }))).toEqual([]);
  });

  test('of a crossed table a wrong margin is told at the margin', () => {
    const values = { 'F Y0T17': '1', 'M Y0T17': '2', Y0T17: '4' };
    expect(told(table([age, sex], values))).toEqual([
      { at: 'age=Y0T17', code: 'PARTS_DIFFER', sum: '3', total: '4' },
    ]);
  });

  test('margins left empty do not hide that the parts miss the total, and it is told once', () => {
    const parts = Object.fromEntries(
      ['Y0T17', 'Y_GE18', '_U'].flatMap((years) => [
        [`F ${years}`, '1'],
        [`M ${years}`, '2'],
      ]),
    );
    expect(told(table([age, sex], { ...parts, '.': '9' }))).toEqual([]);
    expect(told(table([age, sex], { ...parts, '.': '10' }))).toEqual([
      { at: '', code: 'PARTS_DIFFER', sum: '9', total: '10' },
    ]);
  });

  test('a share adds up by its numerators and its denominators, never by itself', () => {
    const cell = (part: Part, numerator: string, denominator: string) => ({
      part,
      value: '50',
      numerator,
      denominator,
    });
    const cells = [
      cell({ ...TOTAL_PART, sex: 'F' }, '10', '20'),
      cell({ ...TOTAL_PART, sex: 'M' }, '30', '60'),
      cell(TOTAL_PART, '40', '81'),
    ];
    expect(told({ axes: [sex], additive: 'RATIO', cells })).toEqual([
      { at: '', code: 'DENOMINATORS_DIFFER', sum: '80', total: '81' },
    ]);
  });

  test('a mean does not add up, and nobody says it should', () => {
    expect(additiveOf('MEAN')).toBe('NONE');
    expect(
      told({ ...table([sex], { F: '30', M: '40', '.': '35' }), additive: additiveOf('MEAN') }),
    ).toEqual([]);
  });

  test('decimals add up exactly', () => {
    expect(told(table([sex], { F: '0.1', M: '0.2', '.': '0.3' }))).toEqual([]);
  });
});

describe('the totals a table offers', () => {
  test('are those of complete parts', () => {
    const offered = tableTotals(table([age, sex], { 'F Y0T17': '1', 'M Y0T17': '2', 'F _U': '5' }));
    expect(offered.map(({ part, value }) => `${partKey(part)} ${value ?? ''}`)).toEqual([
      'age=Y0T17 3',
    ]);
  });

  test('never contradict their parts', () => {
    const inner = partsOfTable([age, sex]).filter((part) => part.sex !== '_T' && part.age !== '_T');
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000 }), {
          minLength: inner.length,
          maxLength: inner.length,
        }),
        (counts) => {
          const none = { numerator: null, denominator: null };
          const cells = inner.map((part, at) => ({ part, value: String(counts[at]), ...none }));
          const input = { axes: [age, sex], additive: 'VALUE' as const, cells };
          const totals = tableTotals(input);
          expect(totals).toHaveLength(6);
          expect(checkTable({ ...input, cells: [...cells, ...totals] })).toEqual([]);
        },
      ),
    );
  });
});
