import { expect, test } from '@jest/globals';
import { countCandidates } from './brute-force-audit.ts';

const problem = (hidden: readonly string[]) => {
  const values = { F: 120, M: 3, _T: 123 };
  return {
    unknowns: new Map(hidden.map((id) => [id, 1])),
    known: new Map(Object.entries(values).filter(([id]) => !hidden.includes(id))),
    sums: [['_T', ['F', 'M']]] as const,
  };
};

test('the reader of our own tests solves a lone hidden part and not a pair', () => {
  expect(countCandidates(problem(['M']), 'M', 5)).toBe(1);
  expect(countCandidates(problem(['F', 'M']), 'M', 5)).toBe(5);
});
