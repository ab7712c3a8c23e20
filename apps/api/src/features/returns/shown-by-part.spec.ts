import { expect, it } from '@jest/globals';
import { shownByPart } from './shown-by-part.ts';

/** An indicator with a table of `ages` in one column: as many parts as ages, beside the total. */
const withAges = (code: string, ages: number, kind: 'NUMERIC' | 'MILESTONE' = 'NUMERIC') => ({
  code,
  kind,
  tableAxes: [
    {
      dimension: 'age' as const,
      codes: Array.from({ length: ages }, (_, at) => ({ code: `Y${String(at)}`, name: {} })),
    },
  ],
});
const shown = (...all: ReturnType<typeof withAges>[]) => [...shownByPart(all)];

it('tables are shown while the form has room for all of their parts', () => {
  expect(shown(withAges('A1.2', 6000), withAges('A1.3', 1))).toEqual(['A1.2']);
  expect(shown(withAges('A1.2', 6001), withAges('A1.3', 5000), withAges('A1.4', 1000))).toEqual([
    'A1.3',
    'A1.4',
  ]);
});

it('a law, and what has no parts, is always shown', () => {
  const all = [withAges('A1.2', 6000), withAges('A1.1', 0, 'MILESTONE'), withAges('A1.3', 0)];
  expect(shown(...all)).toEqual(['A1.2', 'A1.1', 'A1.3']);
});
