import { describe, expect, test } from '@jest/globals';
import { modifiedZScore } from './modified-z-score.ts';
import { usualRange } from './usual-range.ts';

const history = [210, 198, 225, 240, 231, 219];

describe('the usual range', () => {
  test('ends where the rule of outliers begins to warn', () => {
    const { lower, upper } = usualRange({ history });
    expect({ lower, upper }).toEqual({ lower: 167.5152, upper: 276.4848 });
    const result = (value: number) => modifiedZScore({ history, value }).result;
    expect([result(276.4), result(276.6), result(167.6), result(167.4)]).toEqual([
      'OK',
      'WARN',
      'OK',
      'WARN',
    ]);
  });

  test('is mean and spread of three values, and unknown below', () => {
    expect(usualRange({ history: [10, 12, 11] })).toEqual({ lower: 9, upper: 13 });
    expect(usualRange({ history: [10, null, 12] })).toEqual({ lower: null, upper: null });
    expect(usualRange({ history: [] })).toEqual({ lower: null, upper: null });
  });

  test('of a history that never changed is that one value', () => {
    expect(usualRange({ history: [7, 7, 7, 7] })).toEqual({ lower: 7, upper: 7 });
  });
});
