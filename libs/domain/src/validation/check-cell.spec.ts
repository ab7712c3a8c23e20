import { describe, expect, test } from '@jest/globals';

import { checkCell, checkSubmission } from './check-cell.ts';
import type { CellCheck, CheckCellInput } from './check-cell.types.ts';

const shelters: CheckCellInput = {
  indicator: { kind: 'NUMERIC', min: '0', integer: true, decimals: 0, unit: 'NUMBER' },
  value: '220',
  year: 2025,
  currentYear: 2026,
  baselineYear: 2020,
  history: [
    { year: 2021, value: '210' },
    { year: 2022, value: '198' },
    { year: 2023, value: '225' },
    { year: 2024, value: '240' },
  ],
};

const trained: CheckCellInput = {
  indicator: { kind: 'NUMERIC', min: '0', max: '100', decimals: 1, unit: 'PT' },
  numerator: '275',
  denominator: '4100',
  multiplier: '100',
  year: 2025,
  currentYear: 2026,
};

function codes({ hits }: CellCheck): string[] {
  return hits.map(({ rule, code }) => `${rule} ${code}`);
}

test('an ordinary value passes', () => {
  expect(checkCell(shelters)).toEqual({ severity: 'OK', hits: [] });
});

test('what is no decimal ends the check', () => {
  expect(checkCell({ ...shelters, value: '2,5', year: 2030 })).toEqual({
    severity: 'ERROR',
    hits: [
      {
        rule: 'readDecimalText',
        code: 'NOT_A_DECIMAL',
        severity: 'ERROR',
        params: { field: 'value' },
      },
    ],
  });
  expect(codes(checkCell({ ...shelters, value: NaN }))).toEqual(['readDecimalText NOT_A_DECIMAL']);
});

test('every rule speaks, in the order range, period, history', () => {
  const check = checkCell({ ...shelters, value: '1000.5', year: 2026 });
  expect(check.severity).toBe('ERROR');
  expect(codes(check)).toEqual([
    'range NOT_INTEGER',
    'period YEAR_NOT_CLOSED',
    'modifiedZScore OUTLIER',
    'yearOnYear LARGE_CHANGE',
  ]);
});

test('a hit carries the figures of its sentence as exact text', () => {
  expect(checkCell({ ...shelters, value: -1, history: [] }).hits).toEqual([
    { rule: 'range', code: 'BELOW_MIN', severity: 'ERROR', params: { value: '-1', min: '0' } },
  ]);
});

describe('a cell without a value', () => {
  const empty = { ...shelters, value: null };

  test('needs a reason', () => {
    expect(codes(checkCell(empty))).toEqual(['required VALUE_REQUIRED']);
  });

  test.each(['NOT_COLLECTED', 'NOT_SHARED', 'NOT_APPLICABLE', 'SUPPRESSED'] as const)(
    'and with %s a comment',
    (missingReason) => {
      expect(codes(checkCell({ ...empty, missingReason }))).toEqual(['required COMMENT_REQUIRED']);
      const explained = { ...empty, missingReason, comment: 'Survey postponed' };
      expect(checkCell(explained).severity).toBe('OK');
    },
  );
});

describe('the history of a cell', () => {
  test('a slip of the unit explains the other surprises and stands alone', () => {
    const check = checkCell({ ...shelters, value: '2200' });
    expect(check.severity).toBe('WARN');
    expect(codes(check)).toEqual(['unitMagnitude UNIT_MAGNITUDE']);
    expect(check.hits[0]?.params).toEqual({ factor: '10' });
  });

  test('three years are judged by mean and spread', () => {
    const history = shelters.history?.slice(0, 3) ?? [];
    expect(codes(checkCell({ ...shelters, value: '280', history }))).toEqual(['minMax OUTLIER']);
  });

  test('does not contain the cell itself', () => {
    const history = [{ year: 2025, value: '10' }];
    expect(checkCell({ ...shelters, value: '220', history }).severity).toBe('OK');
  });

  test('a long gap allows a larger change', () => {
    const history = [{ year: 2021, value: '100' }];
    expect(checkCell({ ...shelters, value: '280', history }).severity).toBe('OK');
  });

  test('a count since the baseline cannot fall', () => {
    const indicator = { ...shelters.indicator, valueType: 'CUMULATIVE' } as const;
    const fallen = checkCell({ ...shelters, indicator, value: '239' });
    expect(codes(fallen)).toEqual(['monotoneCumulative CUMULATIVE_FALLS']);
    expect(checkCell({ ...shelters, indicator, value: '239', obsStatus: 'B' }).severity).toBe('OK');
  });

  test('an earlier fall is not the fault of a later value', () => {
    const indicator = { ...shelters.indicator, valueType: 'CUMULATIVE' } as const;
    expect(checkCell({ ...shelters, indicator, value: '250' }).severity).toBe('OK');
  });

  test('a fall in later years is not the fault of a value that is corrected before them', () => {
    const indicator = { ...shelters.indicator, valueType: 'CUMULATIVE' } as const;
    const history = [
      { year: 2021, value: '100' },
      { year: 2023, value: '110' },
      { year: 2024, value: '120' },
      { year: 2025, value: '118' },
    ];
    const corrected = { ...shelters, indicator, history, year: 2022 };
    expect(codes(checkCell({ ...corrected, value: '105' }))).toEqual([]);
    const above = checkCell({ ...corrected, value: '111' });
    expect(above.hits).toMatchObject([{ code: 'CUMULATIVE_FALLS', params: { year: '2023' } }]);
  });

  test('a stage that is reached at last is news, not an outlier', () => {
    const history = [2021, 2022, 2023, 2024].map((year) => ({ year, value: 1 }));
    const milestone = { ...shelters, indicator: { kind: 'MILESTONE' as const }, value: 5, history };
    expect(checkCell(milestone).severity).toBe('OK');
    expect(codes(checkCell({ ...milestone, value: 6 }))).toEqual(['range ABOVE_MAX']);
    expect(codes(checkCell({ ...milestone, value: 2.5 }))).toEqual(['range NOT_INTEGER']);
  });

  test('a law is in force or not', () => {
    const indicator = { kind: 'BINARY' as const };
    expect(codes(checkCell({ ...shelters, indicator, value: 2 }))).toEqual(['range ABOVE_MAX']);
  });
});

describe('a rate of two parts', () => {
  test('is computed where it is not typed', () => {
    expect(checkCell(trained).severity).toBe('OK');
    expect(checkCell({ ...trained, value: '6.7' }).severity).toBe('OK');
  });

  test('must be the rate of its parts', () => {
    expect(checkCell({ ...trained, value: '67.1' }).hits).toEqual([
      {
        rule: 'rateConsistency',
        code: 'RATE_MISMATCH',
        severity: 'ERROR',
        params: { expected: '6.7073', value: '67.1' },
      },
    ]);
  });

  test('needs both parts, and a part within its whole', () => {
    const half = checkCell({ ...trained, denominator: null });
    expect(codes(half)).toEqual(['computeRate MISSING_DENOMINATOR']);
    const more = checkCell({ ...trained, numerator: '4200' });
    expect(codes(more)).toEqual(['computeRate NUMERATOR_EXCEEDS_DENOMINATOR']);
  });

  test('of nothing in nothing does not apply, which needs a comment', () => {
    const nothing = { ...trained, numerator: '0', denominator: '0' };
    expect(codes(checkCell(nothing))).toEqual(['required COMMENT_REQUIRED']);
    expect(checkCell({ ...nothing, comment: 'No requests this year' }).severity).toBe('OK');
  });

  test('may pass its whole where it is no share', () => {
    const perTenThousand = {
      ...trained,
      indicator: { ...trained.indicator, max: null },
      numerator: '4200',
    };
    expect(checkCell(perTenThousand).severity).toBe('OK');
  });
});

describe('submission', () => {
  const surprising = { ...shelters, value: '600' };

  test('a warning needs a comment', () => {
    const check = checkSubmission(surprising, 'NAMED_SOURCE');
    expect(check.severity).toBe('ERROR');
    expect(check.hits.at(-1)?.code).toBe('COMMENT_REQUIRED');
  });

  test('with a comment it is a warning', () => {
    expect(
      checkSubmission({ ...surprising, comment: 'New state shelters' }, 'NAMED_SOURCE').severity,
    ).toBe('WARN');
  });

  test('a blank comment is none', () => {
    expect(checkSubmission({ ...surprising, comment: ' ' }, 'NAMED_SOURCE').severity).toBe('ERROR');
  });

  test('an ordinary value needs none', () => {
    expect(checkSubmission(shelters, 'NAMED_SOURCE').severity).toBe('OK');
  });
});

test('a comment that could name a person is warned of, and needs no other explanation', () => {
  const named = { ...shelters, comment: 'Ask Aida, +996 555 123456' };
  expect(codes(checkCell(named))).toEqual(['personalData PERSONAL_DATA']);
  expect(checkSubmission(named, 'NAMED_SOURCE').severity).toBe('WARN');
});

test('a million staff per million people is asked about, one in ten thousand is not', () => {
  const rate = { kind: 'NUMERIC', min: 0 } as const;
  const per = { indicator: rate, multiplier: '1000000', year: 2024, currentYear: 2026 };
  expect(checkCell({ ...per, value: '1000000' }).hits).toEqual([
    {
      rule: 'rateOfPeople',
      code: 'RATE_TOO_HIGH',
      severity: 'WARN',
      params: { value: '1000000', per: '1000000' },
    },
  ]);
  expect(checkCell({ ...per, value: '100' }).hits).toEqual([]);
  expect(checkCell({ ...per, multiplier: '10', value: '9' }).hits).toEqual([]);
});
