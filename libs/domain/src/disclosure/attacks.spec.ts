import { describe, expect, test } from '@jest/globals';
import {
  auditPattern,
  auditReleases,
  cumulativeDisclosure,
  mayPublishPercentage,
  nestedDifference,
  planRelease,
  progressDisclosure,
  rateDisclosure,
  versionDifference,
} from '../index.ts';
import type { PlanReleaseInput } from './plan-release.ts';

/** All numbers are invented. Each title describes one attack of methods.md 2.5. */
const k = { threshold: 5 };
const key = (area: string, sex = '_T', region = '_T') => `${area}|${sex}|_T|_T|${region}|_T`;

const bySex = (cells: PlanReleaseInput['cells']): PlanReleaseInput => ({
  areas: ['KGZ'],
  regionalTotal: null,
  codes: { sex: ['F', 'M'] },
  threshold: { base: 5, detailed: 10 },
  cells,
});
const sexes = (f: number, m: number) => ({
  [key('KGZ', 'F')]: f,
  [key('KGZ', 'M')]: m,
  [key('KGZ')]: f + m,
});

describe('what a curious reader tries', () => {
  test('a lone hidden part is the total minus the rest', () => {
    const list = {
      parts: [
        { id: 'F', value: 120 },
        { id: 'M', value: 3 },
      ],
      total: 123,
    };
    expect(auditPattern({ ...list, ...k, hidden: ['M'] })).toEqual({
      safe: false,
      unsafeCells: ['M'],
      intervals: { M: [3, 3] },
    });
  });

  test('two hidden cells in every line are not enough when one lies on no cycle', () => {
    // The hidden cells form a staircase R1A–R1B–R2B–R2_T… whose end is solved by adding and subtracting lines.
    const cells = {
      ...{ 'R1|A': 3, 'R1|B': 20, 'R1|C': 30, 'R1|_T': 53 },
      ...{ 'R2|A': 11, 'R2|B': 12, 'R2|C': 13, 'R2|_T': 36 },
      ...{ '_T|A': 14, '_T|B': 32, '_T|C': 43, '_T|_T': 89 },
    };
    const table = { rows: ['R1', 'R2'], cols: ['A', 'B', 'C'], cells, ...k };
    const hidden = ['R1|A', '_T|A', 'R1|B', 'R2|B'];
    expect(auditPattern({ ...table, hidden }).unsafeCells).toEqual(['R1|A']);
  });

  test('a regional total gives back the one country that hides its value', () => {
    const frame = {
      areas: ['KAZ', 'KGZ', 'TJK'],
      regionalTotal: 'CA4',
      codes: {},
      threshold: { base: 5, detailed: 10 },
    };
    const cells = { [key('KAZ')]: 210, [key('KGZ')]: 64, [key('TJK')]: 4, [key('CA4')]: 278 };
    const hidden = [key('TJK')];
    const releases = [{ release: '1', cells, hidden, withheld: [] }];
    expect(auditReleases({ ...frame, releases }).unsafe).toEqual([
      { release: '1', cell: key('TJK'), lo: 4, hi: 4, why: 'DERIVED' },
    ]);
    expect(planRelease({ ...frame, cells }).hidden).toEqual([key('KGZ'), key('TJK')]);
  });

  test('a group inside another gives away the rest, the capital inside the country too', () => {
    const groups = [
      { id: 'capital', members: ['capital'], value: '62' },
      { id: 'country', members: ['capital', 'rest'], value: '64.0' },
    ];
    expect(nestedDifference({ groups, ...k }).disclosive).toEqual([
      { larger: 'country', smaller: 'capital', difference: 2 },
    ]);
  });

  test('groups that only overlap give nothing away by subtraction', () => {
    const groups = [
      { id: 'young', members: ['15', '18'], value: 12 },
      { id: 'adult', members: ['18', '50', '65'], value: 14 },
      { id: 'hidden', members: ['18'], value: null },
      { id: 'absent', members: ['50'] },
    ];
    expect(nestedDifference({ groups, ...k }).disclosive).toEqual([]);
  });

  test('a cumulative series gives away the year, in whatever order the years come', () => {
    const series = [
      { year: 2024, value: '90' },
      { year: 2022, value: 40 },
      { year: 2023, value: 43 },
    ];
    expect(cumulativeDisclosure({ series, ...k }).disclosive).toEqual([
      { year: 2023, increment: 3 },
    ]);
  });

  test('a small fall of a cumulative series tells as much as a small rise', () => {
    const series = [{ year: 2022, value: 43 }, { year: 2023 }, { year: 2024, value: 40 }];
    expect(cumulativeDisclosure({ series, ...k }).disclosive).toEqual([
      { year: 2024, increment: -3 },
    ]);
  });

  test('an old file shows what the new one hides', () => {
    const part = (value: number | null) => [
      { id: 'R1', value },
      { id: 'R2', value: 40 },
    ];
    const versions = [
      { version: 1, parts: part(3), total: 43 },
      { version: 2, parts: part(null), total: 43 },
    ];
    expect(versionDifference({ versions, ...k })).toEqual({
      recovered: [{ version: 2, id: 'R1', value: 3, how: 'SHOWN_ELSEWHERE' }],
      safe: false,
    });
  });

  test('cover that was recovered is no small count and tells of none', () => {
    const versions = [
      { version: 1, parts: [{ id: 'R1', value: null }], total: 17 },
      { version: 2, parts: [{ id: 'R1', value: 17 }], total: 17 },
    ];
    expect(versionDifference({ versions, ...k })).toEqual({ recovered: [], safe: true });
  });

  test('one person more between two releases waits for the yearly one', () => {
    const first = planRelease(bySex(sexes(120, 3)));
    const previous = [{ release: '1', cells: sexes(120, 3), ...first }];
    const second = { ...bySex(sexes(120, 4)), previous };
    expect(planRelease(second)).toMatchObject({
      outcome: 'HELD',
      hidden: [],
      reasons: [{ code: 'SMALL_REVISION', cell: key('KGZ') }],
    });
    expect(planRelease({ ...second, annual: true }).outcome).toBe('PLANNED');
  });

  test('a small count that was printed once is hidden, and known to be public already', () => {
    const previous = [{ release: '1', cells: sexes(120, 3), hidden: [], withheld: [] }];
    const plan = planRelease({ ...bySex(sexes(120, 3)), previous });
    expect(plan.hidden).toContain(key('KGZ', 'M'));
    expect(plan.alreadyPublic).toEqual([key('KGZ', 'M')]);
  });

  test('a rate in a small population is the count', () => {
    const rate = { rate: '6.0', decimals: 1, denominator: '50000', multiplier: 100000, ...k };
    expect(rateDisclosure(rate)).toEqual({ candidates: [3], candidateCount: 1, disclosive: true });
  });

  test('a rate that fits no count gives none away', () => {
    const rate = { rate: 7, decimals: 1, denominator: 50000, multiplier: 100000, ...k };
    expect(rateDisclosure(rate)).toEqual({ candidates: [], candidateCount: 0, disclosive: false });
  });

  test('a rate whose boundary is a count keeps that count among the candidates', () => {
    // 0.15 and 0.25 are exactly half a unit from 0.2: computed in doubles, one of these bounds would be lost.
    const rate = { rate: 0.2, decimals: 1, denominator: 100, multiplier: 1, ...k };
    expect(rateDisclosure(rate).candidates).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
  });

  test('198 of 200 tells of two others', () => {
    const share = { numerator: 198, denominator: '200', numeratorHidden: false, ...k };
    expect(mayPublishPercentage(share)).toEqual({ publish: false, reasons: ['SMALL_COMPLEMENT'] });
  });

  test('a share of a hidden count is hidden, however large', () => {
    const share = { numerator: null, denominator: 200, numeratorHidden: true, ...k };
    expect(mayPublishPercentage(share)).toEqual({ publish: false, reasons: ['NUMERATOR_HIDDEN'] });
  });

  test('a progress bar at 25 % of eight is two', () => {
    const bar = { baselineValue: 0, targetValue: 8, progressPercent: 25, decimals: 0, ...k };
    expect(progressDisclosure(bar)).toEqual({
      candidates: [2],
      candidateCount: 1,
      disclosive: true,
    });
  });

  test('a bar toward a falling target is read from the other side', () => {
    const bar = { baselineValue: 10, targetValue: 0, progressPercent: 70, decimals: 0, ...k };
    expect(progressDisclosure(bar).candidates).toEqual([3]);
  });
});
