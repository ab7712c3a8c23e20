import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { unitIn, unitOfCode } from './unit-words.ts';

it.each([
  'per 100,000 women',
  'на 100 000 женщин',
  "per 100'000",
  'per 100.000',
  'per 100 thousand',
])('reads “%s” as so many of a hundred thousand', (text) => {
  expect(unitIn(text)).toEqual({ kind: 'PER', per: 100_000, power: 0 });
});

it.each([
  ['1000 persons', 3],
  ['1 000 человек', 3],
  ["'000", 3],
  ['thousand persons', 3],
  ['1,000,000 soms', 6],
  ['persons', 0],
])('reads “%s” as ten to the power of %i in each', (text, power) => {
  expect(unitIn(text)).toEqual({ kind: 'NUMBER', per: 1, power });
});

it.each(['1000+', '1000 и более', '1,000 or more'])('takes “%s” for a size', (text) => {
  expect(unitIn(text)).toBeNull();
});

it('no indicator is contradicted by its own unit, in any language', () => {
  const file = path.join(import.meta.dirname, '../../../database/seed/data/indicators.json');
  const indicators = JSON.parse(readFileSync(file, 'utf8')) as {
    code: string;
    unit: string;
    unitText: Record<string, string>;
  }[];
  const contradicted = indicators.flatMap(({ code, unit, unitText }) =>
    Object.values(unitText).flatMap((text) => {
      const [told, wanted] = [unitIn(text), unitOfCode(unit)];
      return told !== null &&
        wanted !== null &&
        (told.kind !== wanted.kind || told.per !== wanted.per)
        ? [`${code} ${text}`]
        : [];
    }),
  );
  expect(indicators.length).toBeGreaterThan(40);
  expect(contradicted).toEqual([]);
});
