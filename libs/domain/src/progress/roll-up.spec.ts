import { describe, expect, test } from '@jest/globals';

import { rollUpCountry } from './roll-up-country.ts';
import type { RollUpIndicator } from './roll-up-country.types.ts';
import { rollUpRegion } from './roll-up-region.ts';
import type { IndicatorStatus } from './status.ts';

function indicator(
  code: string,
  status: IndicatorStatus,
  pace: number | null = null,
): RollUpIndicator {
  return { code, status, pace, progress: null };
}

describe('a country', () => {
  test('lists its actions in natural order', () => {
    const actions = ['A10', 'F1', 'A2'].map((code) => ({ code, indicators: [] }));
    const { actions: listed } = rollUpCountry({ country: 'KAZ', actions });
    expect(listed.map(({ code }) => code)).toEqual(['A2', 'A10', 'F1']);
  });

  test('counts an indicator that serves two actions once', () => {
    const shared = indicator('A1.1', 'ON_TRACK', 1);
    const actions = ['A1', 'A2'].map((code) => ({ code, indicators: [shared] }));
    expect(rollUpCountry({ country: 'KAZ', actions }).indicatorCounts).toEqual({ ON_TRACK: 1 });
  });

  test('counts supporting indicators, without letting them make the status', () => {
    const supporting = { ...indicator('A1.2', 'REGRESSED', -1), role: 'SUPPORTING' as const };
    const context = { ...indicator('A1.3', 'NO_DATA'), role: 'CONTEXT' as const };
    const indicators = [indicator('A1.1', 'ON_TRACK', 1), supporting, context];
    expect(rollUpCountry({ country: 'KAZ', actions: [{ code: 'A1', indicators }] })).toMatchObject({
      actions: [{ status: 'ON_TRACK', total: 1 }],
      indicatorCounts: { ON_TRACK: 1, REGRESSED: 1 },
    });
  });

  test('is not mostly on track while an action has moved away', () => {
    const paces = [1, 1, 1, -0.5];
    const actions = paces.map((pace, index) => ({
      code: `A${String(index)}`,
      indicators: [indicator(`A${String(index)}.1`, pace < 0 ? 'REGRESSED' : 'ON_TRACK', pace)],
    }));
    expect(rollUpCountry({ country: 'KAZ', actions }).headline.code).toBe('MIXED');
  });

  test('without actions has a headline of its own', () => {
    expect(rollUpCountry({ country: 'KAZ', actions: [] }).headline.code).toBe('NO_ACTIONS');
  });

  test('names at most three actions, the worst first', () => {
    const paces = { A1: 0.8, A2: 0.1, A3: 0.7, A4: 0.2 };
    const actions = Object.entries(paces).map(([code, pace]) => ({
      code,
      indicators: [indicator(`${code}.1`, pace < 0.6 ? 'OFF_TRACK' : 'DELAYED', pace)],
    }));
    expect(rollUpCountry({ country: 'KAZ', actions }).behind).toEqual(['A2', 'A4', 'A3']);
  });
});

describe('the region', () => {
  const expected = ['UZB', 'KAZ', 'KGZ', 'TJK'];

  test('gets no word for an action of the countries, only their counts', () => {
    const countries = {
      KAZ: 'PENDING',
      KGZ: 'DELAYED',
      TJK: 'ACHIEVED',
      TKM: 'REGRESSED',
    } as const;
    expect(rollUpRegion({ code: 'A1', expected, countries })).toMatchObject({
      status: null,
      assessed: 3,
      total: 4,
      countryCounts: { PENDING: 1, DELAYED: 1, ACHIEVED: 1, NO_DATA: 1 },
      best: 'ACHIEVED',
      worst: 'DELAYED',
    });
  });

  test('assesses a declaration on its headline indicators', () => {
    const indicators = [
      indicator('A7.1', 'DELAYED', 0.7),
      { ...indicator('A7.2', 'REGRESSED', -1), role: 'SUPPORTING' as const },
    ];
    expect(rollUpRegion({ code: 'A7', scope: 'REGION', expected, indicators })).toMatchObject({
      status: 'DELAYED',
      total: 1,
      countryCounts: {},
    });
  });
});
