import { describe, expect, it } from '@jest/globals';
import { cell, counted, keysOf, member, plan } from './cluster.fixture.ts';
import type { ClusterCell, ClusterMember } from './cluster.types.ts';

describe('a rate without its counts', () => {
  const frame = { areas: ['KAZ', 'KGZ', 'TJK', 'UZB'], group: 'CA4' };
  const at = (area: string, sex = '_T') => `${area}|${sex}|_T|_T|_T|_T`;
  const rate = (key: string, value: string, population: string): ClusterCell => ({
    key,
    value,
    count: null,
    denominator: null,
    population,
  });
  const rates = (of: Partial<ClusterMember>) =>
    member('B', {
      unit: 'PER_100000',
      multiplier: '100000',
      decimals: 2,
      denominatorOf: 'PEOPLE',
      cells: [
        rate(at('KGZ'), '1.00', '6400000'),
        rate(at('KGZ', 'F'), '1.25', '3200000'),
        rate(at('KGZ', 'M'), '0.75', '3200000'),
      ],
      ...of,
    });
  const parts = [at('KGZ', 'F'), at('KGZ', 'M')];

  it.each([true, false])(
    'is hidden with its parts beside the count that covers another (sensitive: %j): 1.25 and 0.75 of 3.2 million are 64',
    (sensitive) => {
      const cases = counted([
        cell(at('KAZ'), 210),
        cell(at('KGZ'), 64),
        cell(at('TJK'), 4),
        cell(at('UZB'), 120),
        cell(at('CA4'), 398),
      ]);
      const planned = plan([cases, rates({ sensitive, numeratorOf: 'A5.6' })], frame);
      expect(keysOf(planned.get('A5.6'))).toEqual([at('KGZ'), at('TJK')]);
      expect(keysOf(planned.get('B'))?.sort()).toEqual([...parts, at('KGZ')]);
    },
  );

  it('is hidden where only its parts are reported: together they give the count of all', () => {
    const cases = counted([
      cell(at('KAZ'), 210),
      cell(at('KGZ'), 64),
      cell(at('TJK'), 4),
      cell(at('UZB'), 120),
      cell(at('CA4'), 398),
    ]);
    const cells = rates({}).cells.slice(1);
    const planned = plan([cases, rates({ numeratorOf: 'A5.6', cells })], frame);
    expect(keysOf(planned.get('B'))).toEqual(parts);
  });

  it('is not shown by its parts where the regional total of the count is left out', () => {
    // one country has not reported, so readers could compute another: 253 − 210 − 40 is 3
    const cases = counted([
      cell(at('KAZ'), 210),
      cell(at('KGZ'), 3),
      cell(at('TJK'), 40),
      cell(at('CA4'), 253),
    ]);
    const cells = [
      rate(at('CA4', 'F'), '1.25', '3200000'),
      rate(at('CA4', 'M'), '0.75', '3200000'),
    ];
    const planned = plan([cases, rates({ numeratorOf: 'A5.6', cells })], frame);
    expect(keysOf(planned.get('B'))).toEqual([at('CA4', 'F'), at('CA4', 'M')]);
  });

  it('is left out with the face of the count that is left out', () => {
    const by = (code: string) => `KGZ|_T|_T|_T|_T|${code}`;
    const cases = counted([
      cell(at('KGZ'), 76),
      ...[3, 2, 1, 70].map((count, i) => cell(by(`X${String(i)}`), count)),
    ]);
    const cells = [0, 1, 2, 3].map((i) => rate(by(`X${String(i)}`), '1.25', '3200000'));
    const planned = plan([cases, rates({ numeratorOf: 'A5.6', cells })], frame);
    const face = { area: 'KGZ', face: 'breakdown', reason: 'TOO_SPARSE' };
    expect(planned.get('A5.6')?.withheld).toMatchObject([face]);
    expect(planned.get('B')?.withheld).toMatchObject([face]);
  });

  it('and that was withdrawn is not given back by new parts', () => {
    const planned = plan([rates({ sensitive: true, withdrawn: [at('KGZ')] })], frame);
    expect(keysOf(planned.get('B'))).toEqual(parts);
  });

  it.each([
    ['0.03', 1, '10000000'],
    ['6', 1, '55000'],
  ])(
    'is hidden where, as it is written, it tells a few: %s with %i decimals',
    (value, decimals, people) => {
      const cells = [rate(at('KGZ'), value, people)];
      expect(keysOf(plan([rates({ sensitive: true, decimals, cells })], frame).get('B'))).toEqual([
        at('KGZ'),
      ]);
    },
  );
});
