import { describe, expect, test } from '@jest/globals';
import { checkCycleDates } from './check-cycle.ts';

const DATES = { opensOn: '2026-01-12', dueOn: '2026-03-31', closesOn: '2026-04-30' };

describe('the dates of a cycle', () => {
  test('are three days in their order, which may be one', () => {
    expect(checkCycleDates(DATES)).toEqual([]);
    const day = '2028-02-29';
    expect(checkCycleDates({ opensOn: day, dueOn: day, closesOn: day })).toEqual([]);
  });

  test.each([
    [{ dueOn: '2026-01-11' }, 'DATES_NOT_ORDERED dueOn'],
    [{ closesOn: '2026-03-30' }, 'DATES_NOT_ORDERED closesOn'],
    [{ dueOn: '2026-02-30' }, 'NOT_A_DATE dueOn'],
    [{ opensOn: '12.01.2026' }, 'NOT_A_DATE opensOn'],
    [{ closesOn: '' }, 'NOT_A_DATE closesOn'],
  ])('%j is refused', (wrong, problem) => {
    const found = checkCycleDates({ ...DATES, ...wrong });
    expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual([problem]);
  });
});
