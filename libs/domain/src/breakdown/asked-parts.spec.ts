import { describe, expect, it } from '@jest/globals';
import { askedParts, elementPart, partProblem, type AskedIndicator } from './asked-parts.ts';
import { partKey, TOTAL_PART } from './part.ts';

const law: AskedIndicator = {
  kind: 'MILESTONE',
  elements: [{ code: 'A2.1-DEF' }, { code: 'A2.1-CODE' }],
  tableAxes: [],
};
const count: AskedIndicator = {
  kind: 'NUMERIC',
  elements: [],
  tableAxes: [{ dimension: 'sex', codes: [{ code: 'F' }, { code: 'M' }] }],
};

describe('what of an indicator is reported', () => {
  it('is of a law each element, and never the whole', () => {
    expect(askedParts(law).map(partKey)).toEqual(['breakdown=A2.1-DEF', 'breakdown=A2.1-CODE']);
    expect(partProblem(law, elementPart('A2.1-CODE'))).toBeNull();
    expect(partProblem(law, TOTAL_PART)).toBe('WHOLE_IS_DERIVED');
    expect(partProblem(law, elementPart('A2.1-XYZ'))).toBe('NOT_BROKEN_DOWN');
  });

  it('is of a number the whole and the parts of its table', () => {
    expect(askedParts(count).map(partKey)).toEqual(['', 'sex=F', 'sex=M']);
    expect(partProblem(count, TOTAL_PART)).toBeNull();
    expect(partProblem(count, elementPart('A2.1-DEF'))).toBe('NOT_BROKEN_DOWN');
  });
});
