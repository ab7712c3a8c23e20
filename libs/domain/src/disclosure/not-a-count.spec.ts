import { describe, expect, it } from '@jest/globals';
import { cell, counted, keysOf, member, plan, shared } from './cluster.fixture.ts';
import type { ClusterMember } from './cluster.types.ts';
import { planCluster } from './plan-cluster.ts';

const COUNTRIES = { areas: ['KAZ', 'KGZ', 'TJK', 'UZB'], group: 'CA4' };
const at = (area: string, sex = '_T') => `${area}|${sex}|_T|_T|_T|_T`;

/** 398 − 210 − 120 − 64 is 4. */
const cases = counted(
  Object.entries({ KAZ: 210, KGZ: 64, TJK: 4, UZB: 120, CA4: 398 }).map(([area, count]) =>
    cell(at(area), count),
  ),
);
const problemsOf = (members: ClusterMember[]) => {
  const { outcome, problems } = planCluster({ ...COUNTRIES, regions: {}, members, annual: true });
  return [outcome, ...problems];
};
const notACount = (indicator: string, key: string) => [
  'INVALID',
  { code: 'NOT_A_COUNT', indicator, cell: key },
];

describe('a value that is no whole number', () => {
  const decided = (denominator: number, of: Partial<ClusterMember> = {}) =>
    shared([cell(at('KGZ'), 50, 64), cell(at('UZB'), 80, denominator)], of);

  it('stops the release where its count is shared: without it, another country shows 64 of 398 − 210 − 120 − 4', () => {
    expect(keysOf(plan([cases, decided(120)], COUNTRIES).get('A5.4'))).toEqual([at('KGZ')]);
    expect(problemsOf([cases, decided(120.5)])).toEqual(notACount('A5.4', at('UZB')));
  });

  it('stops it under whichever code the same count is reported once more', () => {
    const again = member('X1', {
      ...{ unit: 'NUMBER', multiplier: '1', decimals: 0, numeratorOf: 'A5.6' },
      cells: [cell(at('TJK'), 4), cell(at('UZB'), 1200.5)],
    });
    expect(problemsOf([cases, again])).toEqual(notACount('X1', at('UZB')));
  });

  it('stops it in the numerator of a share of that count, and in both parts of a sensitive share', () => {
    const share = shared([cell(at('UZB'), 80.5, 120)]);
    expect(problemsOf([cases, share])).toEqual(notACount('A5.4', at('UZB')));
    const own = member('F2.5', { sensitive: true, cells: [cell(at('UZB'), 80, 120.5)] });
    expect(problemsOf([own])).toEqual(notACount('F2.5', at('UZB')));
  });

  it('of which no count is made stays what it is: money for each case', () => {
    const money = member('X2', {
      ...{ unit: 'PER_1', multiplier: '1', decimals: 2, denominatorOf: 'A5.6' },
      cells: [{ ...cell(at('UZB'), 6000.5, 120), value: '50.00' }],
    });
    expect(keysOf(plan([cases, money], COUNTRIES).get('X2'))).toEqual([]);
  });
});
