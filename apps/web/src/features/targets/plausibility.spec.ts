import { describe, expect, test } from '@jest/globals';
import { plausibility } from './plausibility.ts';

const values = (...figures: (string | null)[]) =>
  figures.map((value, index) => ({ year: 2020 + index, value }));

describe('how a target compares with the past', () => {
  test('needs twice the best year when the way left is twice as steep', () => {
    const history = values('10', '11', '13');
    expect(plausibility(history, { year: 2024, value: '21' })).toEqual({
      code: 'TIMES',
      times: '2.0',
      bestYear: 2022,
    });
  });

  test('counts a fall as progress where the target is lower', () => {
    const history = values('0.3', '0.2', '0.2');
    expect(plausibility(history, { year: 2023, value: '0' })).toEqual({
      code: 'TIMES',
      times: '2.0',
      bestYear: 2021,
    });
  });

  test('spreads a step over the years that nobody reported', () => {
    const history = values('10', null, '14');
    expect(plausibility(history, { year: 2023, value: '18' })).toMatchObject({ times: '2.0' });
  });

  test('says when the past never went that way', () => {
    expect(plausibility(values('10', '9'), { year: 2025, value: '12' })).toEqual({ code: 'NEVER' });
  });

  test('says when it is reached, and when there is too little to say anything', () => {
    expect(plausibility(values('10', '12'), { year: 2025, value: '12.0' }).code).toBe('MET');
    expect(plausibility(values('10'), { year: 2025, value: '12' }).code).toBe('TOO_LITTLE');
    expect(plausibility([], { year: 2025, value: '12' }).code).toBe('TOO_LITTLE');
  });
});
