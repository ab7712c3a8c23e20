import { describe, expect, test } from '@jest/globals';
import { cycleStateOn, isMoved } from './cycle-state.ts';

const cycle = { opensOn: '2026-01-10', dueOn: '2026-03-31', closesOn: '2026-04-30', closed: false };

describe('a cycle', () => {
  test.each([
    ['2026-01-09', 'NOT_BEGUN'],
    ['2026-01-10', 'OPEN'],
    ['2026-03-31', 'OPEN'],
    ['2026-04-01', 'OVERDUE'],
    ['2026-04-30', 'OVERDUE'],
    ['2026-05-01', 'OVER'],
  ])('is on %s: %s', (day, state) => {
    expect(cycleStateOn(cycle, day)).toBe(state);
    expect(cycleStateOn({ ...cycle, closed: true }, day)).toBe('OVER');
  });
});

describe('a change of the calendar is told', () => {
  test.each([
    ['of another due day', { dueOn: '2026-04-15' }, '2026-03-01', true],
    ['of another last day', { closesOn: '2026-05-31' }, '2026-03-01', true],
    ['that closes', { closed: true }, '2026-03-01', true],
    ['that opens again what was over', { closesOn: '2026-06-30' }, '2026-05-15', true],
    ['of a cycle to come', { dueOn: '2026-04-15' }, '2025-12-01', true],
    ['not, of the first day alone', { opensOn: '2026-01-20' }, '2026-03-01', false],
    ['not, of what was over and stays so', { dueOn: '2026-04-15' }, '2027-01-01', false],
    ['not, of nothing', {}, '2026-03-01', false],
  ])('%s', (_what, change, day, told) => {
    expect(isMoved(cycle, { ...cycle, ...change }, day)).toBe(told);
  });
});
