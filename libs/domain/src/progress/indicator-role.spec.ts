import { describe, expect, it } from '@jest/globals';
import { INDICATOR_ROLES, isScored, isHeadline, strongestRole } from './indicator-role.ts';

describe('the role of an indicator', () => {
  it('says whether it makes the figures, is judged beside them, or is only shown', () => {
    const wanted = INDICATOR_ROLES.map((role) => ({ role, direction: 'INCREASE' as const }));
    expect(wanted.map(isHeadline)).toEqual([true, false, false]);
    expect(wanted.map(isScored)).toEqual([true, true, false]);
  });

  it('judges nothing that has no wanted direction', () => {
    const context = INDICATOR_ROLES.map((role) => ({ role, direction: 'NONE' as const }));
    expect([...context.map(isHeadline), ...context.map(isScored)]).not.toContain(true);
  });

  it('is the strongest one where several actions name it, and context where none does', () => {
    expect(strongestRole(['CONTEXT', 'SUPPORTING', 'HEADLINE'])).toBe('HEADLINE');
    expect(strongestRole(['CONTEXT', 'SUPPORTING'])).toBe('SUPPORTING');
    expect(strongestRole([])).toBe('CONTEXT');
  });
});
