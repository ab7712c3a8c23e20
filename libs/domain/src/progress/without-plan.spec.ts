import { describe, expect, it } from '@jest/globals';
import { withoutPlan } from './without-plan.ts';

const known = { year: 2022, value: '7', status: 'A' } as const;
const hidden = { year: 2023, value: null, status: 'Q' } as const;
const missing = { year: 2024, value: null, status: 'O' } as const;

describe('an indicator without a plan', () => {
  it('has no target, whatever was observed, and shows its newest figure', () => {
    expect(withoutPlan([known, missing], 'NO_TARGET')).toEqual({
      status: 'NO_TARGET',
      latest: known,
    });
    expect(withoutPlan([missing], 'NO_TARGET')).toEqual({ status: 'NO_TARGET', latest: null });
  });

  it('is not applicable where it is context', () => {
    expect(withoutPlan([known], 'NOT_APPLICABLE').status).toBe('NOT_APPLICABLE');
  });

  it('says nothing where the newest figure is hidden, not even after a year without a report', () => {
    const nothing = { status: 'SUPPRESSED', latest: null };
    expect(withoutPlan([known, hidden], 'NO_TARGET')).toEqual(nothing);
    expect(withoutPlan([known, hidden, missing], 'NO_TARGET')).toEqual(nothing);
    expect(withoutPlan([hidden, { ...known, year: 2024 }], 'NO_TARGET').status).toBe('NO_TARGET');
  });
});
