import { describe, expect, it } from '@jest/globals';
import { countParts } from './count-parts.ts';

const law = { known: 2, total: 5 };
const number = { known: 1, total: 1 };

describe('the count of the parts of an action', () => {
  it('takes every element of a law as one part, and a number as one', () => {
    expect(countParts([law, number])).toEqual({ known: 3, total: 6 });
  });

  it('leaves out what does not make the level', () => {
    const others = [
      { ...law, role: 'SUPPORTING' as const },
      { ...law, role: 'CONTEXT' as const },
      { ...number, direction: 'NONE' as const },
      { known: 0, total: 1, reason: 'NOT_APPLICABLE' },
    ];
    expect(countParts([number, ...others])).toEqual({ known: 1, total: 1 });
  });

  it('counts an indicator that has no level for another reason', () => {
    expect(countParts([{ known: 0, total: 1, reason: 'NO_DATA' }])).toEqual({ known: 0, total: 1 });
  });

  it('is nothing where an action has no indicators', () => {
    expect(countParts([])).toEqual({ known: 0, total: 0 });
  });
});
