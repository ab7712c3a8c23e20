import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type CoveredIndicator, coverageRange } from './coverage-range.ts';

const noData: CoveredIndicator = { code: 'A1.9', status: 'NO_DATA' };

function onTrack(
  progress: number | string,
  rest: Partial<CoveredIndicator> = {},
): CoveredIndicator {
  return { code: 'A1.1', status: 'ON_TRACK', progress, ...rest };
}

test('58 % from 4 of 5 indicators, 46 to 66 % whatever the missing one shows', () => {
  const known = [0.6, 0.45, 0.7, 0.57].map((progress) => onTrack(progress));
  expect(coverageRange({ indicators: [...known, noData] })).toMatchObject({
    display: 'FIGURE_AND_RANGE',
    percent: { central: 58, low: 46, high: 66 },
  });
});

test('what was promised to be kept and is lost counts 0', () => {
  const lost: CoveredIndicator = { code: 'A1.2', status: 'REGRESSED', progress: null };
  expect(coverageRange({ indicators: [onTrack(1), lost] })).toMatchObject({
    central: 0.5,
    high: 0.5,
  });
});

test('half of the indicators is not enough when they carry less than half of the weight', () => {
  const indicators = [onTrack(1, { weight: 1 }), { ...noData, weight: 3 }];
  expect(coverageRange({ indicators })).toMatchObject({
    central: null,
    low: 0.25,
    high: 1,
    display: 'RANGE_ONLY',
  });
});

test('a weight that is not positive stops the figure and is named', () => {
  const indicators = [onTrack(1), onTrack(1, { code: 'A1.2', weight: 0 })];
  expect(coverageRange({ indicators })).toMatchObject({
    central: null,
    coverage: null,
    display: 'NONE',
    percent: { central: null, low: null, high: null },
    problems: [{ code: 'INVALID_WEIGHT', indicator: 'A1.2' }],
  });
});

test('100 % and 0 % are printed for exactly all and exactly nothing', () => {
  expect(coverageRange({ indicators: [onTrack('0.9999')] }).percent.central).toBe(99);
  expect(coverageRange({ indicators: [onTrack('0.0001')] }).percent.central).toBe(1);
  expect(coverageRange({ indicators: [onTrack(1)] }).percent.central).toBe(100);
  expect(coverageRange({ indicators: [onTrack(0)] }).percent.central).toBe(0);
});

test('thirds add up to exactly all', () => {
  expect(coverageRange({ indicators: [onTrack(1), onTrack(1), onTrack(1)] }).percent.low).toBe(100);
});

test('the figure never leaves its range', () => {
  const row = fc.record({
    code: fc.constant('A1.1'),
    status: fc.constantFrom('ON_TRACK' as const, 'NO_DATA' as const, 'SUPPRESSED' as const),
    progress: fc.double({ min: -1, max: 2, noNaN: true }),
    weight: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (indicators) => {
      const { low, central, high } = coverageRange({ indicators });
      expect(low).toBeLessThanOrEqual(central ?? high ?? NaN);
      expect(central ?? low).toBeLessThanOrEqual(high ?? NaN);
    }),
  );
});
