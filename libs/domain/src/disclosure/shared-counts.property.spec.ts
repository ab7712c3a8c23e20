import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clustersOf, countName, type LinkedIndicator, SharedCounts } from './shared-counts.ts';

const CODES = Array.from({ length: 9 }, (_, at) => `A${String(at + 1)}`);

/** Names that an indicator may link to: the counts of the others, and a kind of population. */
const linked = fc.option(
  fc.constantFrom(
    ...CODES.flatMap((code) => [countName(code, 'COUNT'), countName(code, 'DENOMINATOR')]),
    'WOMEN',
  ),
  { freq: 2 },
);

const frameworks: fc.Arbitrary<LinkedIndicator[]> = fc
  .shuffledSubarray(CODES, { minLength: 1 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc.record({
          code: fc.constant(code),
          sensitive: fc.boolean(),
          numeratorOf: linked,
          denominatorOf: linked,
        }),
      ),
    ),
  );

/** The codes that can be reached from one indicator by shared counts, found by trying all pairs. */
function reached(all: readonly LinkedIndicator[], from: string): string[] {
  const counts = new SharedCounts(all);
  const found = new Set([from]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    const names = new Set([...found].flatMap((code) => [...counts.namesOf(code)]));
    for (const { code } of all)
      if (counts.namesOf(code).some((name) => names.has(name))) found.add(code);
  }
  return all.flatMap(({ code }) => (found.has(code) ? [code] : []));
}

describe('the groups of indicators that share counts', () => {
  it('are what all their links together connect, in the order of the list, with a sensitive one in each', () => {
    fc.assert(
      fc.property(frameworks, (all) => {
        const expected = all
          .map(({ code }) => reached(all, code))
          .filter((codes, at) => codes[0] === all[at]?.code)
          .filter((codes) => all.some(({ code, sensitive }) => sensitive && codes.includes(code)));
        expect(clustersOf(all).map((group) => group.map(({ code }) => code))).toEqual(expected);
      }),
    );
  });
});
