import { describe, expect, it } from '@jest/globals';
import {
  cell,
  counted,
  keysOf,
  member,
  NATIONAL,
  plan,
  released,
  SEX,
  shared,
} from './cluster.fixture.ts';
import type { ClusterMember } from './cluster.types.ts';
import { clustersOf, SharedCounts } from './shared-counts.ts';

describe('a count that two indicators share', () => {
  it('is not printed as the denominator of the other: 2 of the hidden 3', () => {
    const planned = plan([counted([cell(NATIONAL, 3)]), shared([cell(NATIONAL, 2, 3)])]);
    expect(keysOf(planned.get('A5.6'))).toEqual([NATIONAL]);
    expect(keysOf(planned.get('A5.4'))).toEqual([NATIONAL]);
    expect(planned.get('A5.4')?.partless).toEqual([]);
  });

  it('that is large is shown, whether or not the share beside it is', () => {
    const planned = plan([counted([cell(NATIONAL, 7045)]), shared([cell(NATIONAL, 2, 7045)])]);
    expect(keysOf(planned.get('A5.6'))).toEqual([]);
    expect(keysOf(planned.get('A5.4'))).toEqual([NATIONAL]);
  });

  it('has one cover for both, by the strictest threshold among them', () => {
    const strict = { base: 12, detailed: 12 };
    const parts = [cell(NATIONAL, 100), cell(SEX('F'), 89), cell(SEX('M'), 11)];
    expect(keysOf(plan([counted(parts)]).get('A5.6'))).toEqual([]);
    const planned = plan([
      counted(parts),
      shared([cell(NATIONAL, 50, 100)], { threshold: strict }),
    ]);
    expect(keysOf(planned.get('A5.6'))).toEqual([SEX('F'), SEX('M')]);
  });

  it('is hidden in both where they report it differently', () => {
    const planned = plan([counted([cell(NATIONAL, 3)]), shared([cell(NATIONAL, 20, 40)])]);
    expect(keysOf(planned.get('A5.6'))).toEqual([NATIONAL]);
    expect(keysOf(planned.get('A5.4'))).toEqual([NATIONAL]);
  });

  it('and that an earlier release showed in one of them is known: it cannot be a cover any more', () => {
    const before = plan([
      counted([cell(NATIONAL, 40), cell(SEX('F'), 20), cell(SEX('M'), 20)]),
      shared([cell(SEX('F'), 10, 20), cell(SEX('M'), 10, 20), cell(NATIONAL, 20, 40)]),
    ]);
    const late = counted([cell(NATIONAL, 23), cell(SEX('F'), 20), cell(SEX('M'), 3)], {
      previous: [released(before.get('A5.6'), '1')],
    });
    const other = shared([cell(NATIONAL, 10, 23)], {
      previous: [released(before.get('A5.4'), '1')],
    });
    expect(keysOf(plan([late, other]).get('A5.6'))).toContain(NATIONAL);
  });
});

describe('a rate beside a hidden count', () => {
  const rate = (value: string, count: number, population: string): ClusterMember =>
    member('A2.4', {
      unit: 'PER_100000',
      multiplier: '100000',
      decimals: 0,
      sensitive: true,
      denominatorOf: 'EMPLOYED',
      cells: [{ key: NATIONAL, value, count: String(count), denominator: null, population }],
    });

  it('is shown without its parts where it leaves enough candidates', () => {
    // 0 per 100,000 of 2,000,000 people stands for any count up to 9
    const planned = plan([rate('0', 4, '2000000')]);
    expect(planned.get('A2.4')).toMatchObject({ hidden: [], partless: [NATIONAL] });
  });

  it('is hidden once it is printed finer, although its count is the same', () => {
    const before = plan([rate('0', 4, '2000000')]);
    const previous = [released(before.get('A2.4'), '1')];
    const same = plan([{ ...rate('0', 4, '2000000'), previous }]);
    expect(same.get('A2.4')).toMatchObject({ hidden: [], partless: [NATIONAL], held: null });
    const finer = plan([{ ...rate('0.20', 4, '2000000'), decimals: 2, previous }]);
    expect(keysOf(finer.get('A2.4'))).toEqual([NATIONAL]);
  });

  it('is hidden where it leaves too few', () => {
    // 4 per 100,000 of 100,000 people can only be 4
    expect(keysOf(plan([rate('4', 4, '100000')]).get('A2.4'))).toEqual([NATIONAL]);
  });

  it('is weighed as finely as it is written: 0.0111 of 36 million are 4, whatever the indicator rounds to', () => {
    expect(keysOf(plan([rate('0.0111', 4, '36000000')]).get('A2.4'))).toEqual([NATIONAL]);
  });

  it('is hidden where two rates together leave too few', () => {
    const half = member('A2.9', {
      unit: 'PER_100000',
      multiplier: '100000',
      decimals: 0,
      numeratorOf: 'A2.4',
      denominatorOf: 'WOMEN',
      cells: [{ key: NATIONAL, value: '0', count: '4', denominator: null, population: '900000' }],
    });
    const planned = plan([rate('0', 4, '2000000'), half]);
    const standing = ['A2.4', 'A2.9'].flatMap((code) => planned.get(code)?.partless ?? []);
    expect(standing).toEqual([NATIONAL]);
  });
});

it('a count that was withdrawn in one indicator is not given away by the rate of another', () => {
  const cases = counted([cell(NATIONAL, 210)], { withdrawn: [NATIONAL] });
  const rate = member('B', {
    unit: 'PER_100000',
    multiplier: '100000',
    numeratorOf: 'A5.6',
    denominatorOf: 'PEOPLE',
    cells: [
      { key: NATIONAL, value: '1.1', count: '210', denominator: '19000000', population: null },
    ],
  });
  expect(plan([cases, rate]).get('B')).toMatchObject({
    hidden: [{ key: NATIONAL }],
    partless: [],
  });
});

describe('a share', () => {
  it('is bounded by its denominator that another indicator shows: 3 of 5 and 17 of 18 leave 2 to 5', () => {
    const [A, B, C] = ['A', 'B', 'C'].map((code) => `KAZ|_T|${code}|_T|_T|_T`) as [
      string,
      string,
      string,
    ];
    const planned = plan([
      counted([cell(NATIONAL, 83), cell(A, 5), cell(B, 18), cell(C, 60)]),
      shared([cell(NATIONAL, 50, 83), cell(A, 3, 5), cell(B, 17, 18), cell(C, 30, 60)]),
    ]);
    expect(keysOf(planned.get('A5.4'))).toEqual([A, B, C]);
  });

  it('of whom only two are left shows neither them nor how many all are together', () => {
    const planned = plan([
      counted([cell(NATIONAL, 102), cell(SEX('F'), 60), cell(SEX('M'), 42)]),
      shared([cell(NATIONAL, 90, 102), cell(SEX('F'), 50, 60), cell(SEX('M'), 40, 42)]),
    ]);
    expect(keysOf(planned.get('A5.4'))).toEqual([SEX('F'), SEX('M')]);
    expect(keysOf(planned.get('A5.6'))).toEqual([]);
  });
});

describe('links', () => {
  const link = (code: string, denominatorOf: string | null, sensitive = false) => ({
    code,
    sensitive,
    numeratorOf: null,
    denominatorOf,
  });

  it('join indicators, where one of them is sensitive', () => {
    const list = [
      link('A', null, true),
      link('B', 'A'),
      link('C', 'D'),
      link('D', null),
      link('E', null),
    ];
    const codes = clustersOf(list).map((group) => group.map(({ code }) => code));
    expect(codes).toEqual([['A', 'B']]);
  });

  it('are followed to the count they end at, and a kind of population ends none', () => {
    const counts = new SharedCounts([
      link('A', null),
      link('B', 'A'),
      link('C', 'B:DENOMINATOR'),
      link('D', 'WOMEN'),
    ]);
    expect(counts.canonical('C:DENOMINATOR')).toBe('A');
    expect(counts.canonical('D:DENOMINATOR')).toBe('D:DENOMINATOR');
  });

  it('that lead round in a circle mean one count', () => {
    const counts = new SharedCounts([
      { ...link('A', null), numeratorOf: 'B' },
      { ...link('B', null), numeratorOf: 'A' },
    ]);
    expect([counts.canonical('A'), counts.canonical('B')]).toEqual(['A', 'A']);
  });
});

describe('a face that is left out of one count', () => {
  const AGES = ['A', 'B', 'C', 'D'].map((code) => `KAZ|_T|${code}|_T|_T|_T`);
  const parts = (counts: number[], of: number[]) => [
    ...AGES.map((key, i) => cell(key, counts[i] ?? 0, of[i])),
    cell(
      NATIONAL,
      counts.reduce((a, b) => a + b),
      of.reduce((a, b) => a + b),
    ),
  ];
  const all = [40, 50, 60, 70];
  const figures = parts([2, 3, 1, 60], all);
  const counts = figures.map(({ key, denominator }) => cell(key, Number(denominator)));

  it('stays in the other, in this release and in one that changes nothing', () => {
    const first = plan([counted(counts), shared(figures)]);
    expect(first.get('A5.4')?.withheld).toMatchObject([{ area: 'KAZ', face: 'age' }]);
    expect(first.get('A5.6')?.withheld).toEqual([]);
    const again = plan([
      counted(counts, { previous: [released(first.get('A5.6'), '1')] }),
      shared(figures, { previous: [released(first.get('A5.4'), '1')] }),
    ]);
    expect(again.get('A5.4')).toMatchObject({ held: null, withheld: [{ face: 'age' }] });
    expect(again.get('A5.6')).toMatchObject({ held: null, withheld: [] });
  });
});
