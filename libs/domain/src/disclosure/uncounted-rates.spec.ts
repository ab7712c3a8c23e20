import { describe, expect, it } from '@jest/globals';
import { cell, counted, keysOf, member, plan, released } from './cluster.fixture.ts';
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
    ['0.01', 2, '5386937'], // 0.54, which cannot be none
  ])(
    'is hidden where, as it is written, it tells a few: %s with %i decimals',
    (value, decimals, people) => {
      const cells = [rate(at('KGZ'), value, people)];
      expect(keysOf(plan([rates({ sensitive: true, decimals, cells })], frame).get('B'))).toEqual([
        at('KGZ'),
      ]);
    },
  );

  describe('of a sensitive count', () => {
    const people = { decimals: 2, sensitive: true };
    const hiddenOf = (cells: ClusterCell[], of: Partial<ClusterMember> = {}) =>
      keysOf(plan([rates({ ...people, cells, ...of })], frame).get('B'))?.sort();

    it('shows none of its parts, which lie in no sum of the plan: 10 of 2.5 million less 7 of 1.0 million are 3', () => {
      const [all, women] = [at('KGZ'), at('KGZ', 'F')];
      expect(hiddenOf([rate(all, '0.40', '2500000'), rate(women, '0.70', '1000000')])).toEqual([
        women,
      ]);
      const counts = { ...rate(all, '0.40', '2500000'), count: '10', denominator: '2500000' };
      expect(hiddenOf([counts, rate(women, '0.70', '1000000')])).toEqual([women]);
    });

    it('shows no crossing of three breakdowns', () => {
      const deep = 'KGZ|F|Y15T24|_T|_T|VERB';
      expect(hiddenOf([rate(deep, '5.00', '3200000')])).toEqual([deep]);
    });

    it('shows nothing of the four countries together: the one that has not reported is the rest', () => {
      const cells = ['KAZ', 'KGZ', 'UZB', 'CA4'].map((area) => rate(at(area), '1.00', '5000000'));
      expect(hiddenOf(cells)).toEqual([at('CA4')]);
      expect(hiddenOf(cells.slice(3))).toEqual([]);
    });

    it('shows nothing of them together, too, where another indicator reports the countries', () => {
      const of = {
        sensitive: false,
        numeratorOf: 'A5.6',
        cells: [rate(at('CA4'), '1.00', '77000000')],
      };
      const hiddenBeside = (...areas: string[]) =>
        keysOf(
          plan([counted(areas.map((area) => cell(at(area), 200))), rates(of)], frame).get('B'),
        );
      expect(hiddenBeside('KAZ', 'KGZ', 'UZB')).toEqual([at('CA4')]);
      expect(hiddenBeside()).toEqual([]);
    });

    it('neither where an indicator that is not sensitive has its count, unless another reports it', () => {
      const cases = counted([cell(at('KGZ'), 30)]);
      const parts = [rate(at('KGZ', 'F'), '0.70', '3200000')];
      const of = { sensitive: false, numeratorOf: 'A5.6', cells: parts };
      expect(keysOf(plan([cases, rates(of)], frame).get('B'))).toEqual([at('KGZ', 'F')]);
      const both = counted(
        [40, 20, 20].map((count, i) => cell(at('KGZ', ['_T', 'F', 'M'][i]), count)),
      );
      expect(keysOf(plan([both, rates(of)], frame).get('B'))).toEqual([]);
    });

    it('that was hidden once stays hidden: 0.5 of 600,000, then 1.0', () => {
      const now = [rate(at('KGZ'), '1.00', '600000')];
      expect(hiddenOf([rate(at('KGZ'), '0.50', '600000')])).toEqual([at('KGZ')]);
      expect(hiddenOf(now)).toEqual([]);
      expect(hiddenOf(now, { hiddenBefore: [at('KGZ')] })).toEqual([at('KGZ')]);
    });

    it('stays hidden, too, where its count was hidden before it was left out', () => {
      const counts = { ...rate(at('KGZ'), '0.50', '600000'), count: '3', denominator: '600000' };
      const before = plan([rates({ ...people, cells: [counts] })], frame).get('B');
      const previous = [released(before, '1')];
      expect(hiddenOf([rate(at('KGZ'), '1.00', '600000')], { previous })).toEqual([at('KGZ')]);
    });
  });
});
