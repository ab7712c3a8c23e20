import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { assessLevel } from './assess-level.ts';
import type { LawElement } from './assess-level.types.ts';

const fact = fc.record({
  date: fc.constantFrom('2012-01-12', '2019', '2022-12', '2023', '2024-06', '2027'),
  stage: fc.option(fc.integer({ min: 0, max: 5 })),
  basis: fc.constantFrom('OFFICIAL', 'MEDIA' as const),
});
const facts = fc.uniqueArray(fact, { selector: ({ date }) => date });
const law = fc.array(facts, { minLength: 1, maxLength: 6 }).map((rows) => {
  return rows.map((row, i): LawElement => ({ code: `E${i}`, facts: row }));
});

function assess(elements: readonly LawElement[]) {
  return assessLevel({ kind: 'MILESTONE', asOf: 2025, since: 2022, elements });
}

test('the level of a law lies between what the unknown elements leave open', () => {
  fc.assert(
    fc.property(law, (elements) => {
      const { level, low, high } = assess(elements);
      if (level === null) expect([low, high]).toEqual([0, 1]);
      else {
        expect(low).toBeLessThanOrEqual(level);
        expect(high).toBeGreaterThanOrEqual(level);
      }
    }),
  );
});

test('the order in which facts are listed does not matter', () => {
  fc.assert(
    fc.property(law, (elements) => {
      const reversed = elements.map(({ code, facts: listed }) => ({
        code,
        facts: [...listed].reverse(),
      }));
      expect(assess(reversed)).toEqual(assess(elements));
    }),
  );
});

test('one more step of an element never lowers the level', () => {
  fc.assert(
    fc.property(law, (elements) => {
      const before = assess(elements).level;
      const further = elements.map(({ code, facts: listed }) => ({
        code,
        facts: listed.map((f) =>
          typeof f.stage === 'number' ? { ...f, stage: Math.min(5, f.stage + 1) } : f,
        ),
      }));
      if (before === null) expect(assess(further).level).toBeNull();
      else expect(assess(further).level).toBeGreaterThanOrEqual(before);
    }),
  );
});

test('a year before the meeting is not judged by what came after it', () => {
  const elements = [{ code: 'X', facts: [{ date: '2021', stage: 3, basis: 'OFFICIAL' as const }] }];
  const early = assessLevel({ kind: 'MILESTONE', asOf: 2020, since: 2022, elements });
  expect(early).toMatchObject({ level: null, reason: 'NO_DATA', movement: 'UNKNOWN' });
});

test('a hidden value three years before the meeting says nothing of the way since', () => {
  const hidden = assessLevel({
    direction: 'INCREASE',
    asOf: 2025,
    since: 2022,
    min: 0,
    targetValue: 40,
    observations: [
      { year: 2021, value: 10, status: 'Q' },
      { year: 2024, value: 20 },
    ],
  });
  expect(hidden).toMatchObject({ level: 0.5, movement: 'UNKNOWN', points: null });
});
