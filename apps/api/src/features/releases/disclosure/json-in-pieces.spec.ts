import { expect, it } from '@jest/globals';
import { jsonInPieces } from './json-in-pieces.ts';

it('writes what JSON.stringify writes, a long list in several pieces', () => {
  const cells = Array.from({ length: 1201 }, (_, at) => ({ key: `KGZ|"${at}"`, count: null }));
  const facts = {
    ...{ empty: [], nothing: {}, none: null, absent: undefined, annual: false, text: 'ё"' },
    years: [{ year: 2025, facts: { 'A5.8': { cells, previous: [{ counts: cells }, []] } } }],
    mixed: [...cells, { counts: cells.slice(0, 3) }, 1, null],
  };
  const pieces = [...jsonInPieces(facts)];
  expect(pieces.join('')).toBe(JSON.stringify(facts));
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(20_000);
});
