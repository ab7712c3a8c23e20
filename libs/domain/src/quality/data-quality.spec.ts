import { expect, test } from '@jest/globals';

import { dataQuality } from './data-quality.ts';
import type { Assignment, DataQualityInput } from './data-quality.types.ts';

const published: Assignment = {
  indicator: 'F2.1',
  state: 'PUBLISHED',
  hasValue: true,
  submittedOn: '2027-03-20',
};
const base: DataQualityInput = {
  country: 'KAZ',
  cycle: { year: 2026, due: '2027-03-31' },
  day: '2027-05-01',
  view: 'PUBLIC',
  assignments: [published],
};

test('a report sent back is overdue, not reported', () => {
  const assignments = [{ ...published, state: 'RETURNED' }];
  const { completeness } = dataQuality({ ...base, view: 'WORKING', assignments });
  expect(completeness).toMatchObject({ reported: 0, overdue: 1 });
});

test('the reader cannot tell what the ministry hid from what the product hid', () => {
  const byProduct = { ...published, hidden: true };
  const byMinistry = { ...published, hasValue: false, missingReason: 'SUPPRESSED' };
  const [one, other] = [byProduct, byMinistry].map((cell) =>
    dataQuality({ ...base, assignments: [cell] }),
  );
  expect(one).toEqual(other);
  expect(one).toMatchObject({
    completeness: { reported: 1 },
    coherence: { checked: 0, share: null },
  });
});

test('a hit on a hidden cell is not counted in public', () => {
  const assignments = [{ ...published, hidden: true }];
  const hits = [{ indicator: 'F2.1', rule: 'minMax', severity: 'ERROR' as const }];
  expect(dataQuality({ ...base, assignments, hits }).coherence.errors).toBe(0);
  expect(dataQuality({ ...base, view: 'WORKING', assignments, hits }).coherence.errors).toBe(1);
});

test('a rule that once was an error stays one, and is not explained away', () => {
  const hit = { indicator: 'F2.1', rule: 'minMax' };
  const hits = [
    { ...hit, severity: 'ERROR' as const },
    { ...hit, severity: 'WARN' as const, comment: 'checked with the ministry' },
  ];
  expect(dataQuality({ ...base, hits }).coherence).toMatchObject({
    errors: 1,
    warnings: 0,
    explained: 0,
  });
});

test('the size of revisions leaves out zeros and new definitions', () => {
  const revisions = [
    { indicator: 'F2.1', from: 100, to: 110, reason: 'CORRECTION' as const },
    { indicator: 'F2.1', from: -10, to: -7, reason: 'COVERAGE' as const },
    { indicator: 'F2.1', from: 0, to: 5, reason: 'CORRECTION' as const },
    { indicator: 'F2.1', from: 10, to: 90, reason: 'DEFINITION' as const },
    { indicator: 'F9.9', from: 10, to: 90, reason: 'CORRECTION' as const },
  ];
  expect(dataQuality({ ...base, revisions }).revisions).toEqual({
    count: 4,
    cells: 1,
    byReason: { CORRECTION: 2, COVERAGE: 1, DEFINITION: 1 },
    medianRelative: 0.2,
  });
});

test('days are calendar days across the change of the year', () => {
  const cycle = { year: 2026, due: '2026-12-31' };
  const assignments = [{ ...published, submittedOn: '2027-01-02' }];
  expect(dataQuality({ ...base, cycle, assignments }).timeliness).toEqual({
    n: 1,
    medianDays: 2,
    onTime: 0,
    latest: 2,
  });
});
