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

it('a table that is small enough is shown, one part more is too many', () => {
  expect(shown(withAges('A1.2', 500), withAges('A1.3', 501))).toEqual(['A1.2']);
});

it('tables are shown while the form has room, and a smaller one after them still', () => {
  const many = Array.from({ length: 9 }, (_, at) => withAges(`A1.${String(at)}`, 450));
  const codes = many.map(({ code }) => code);
  expect(shown(...many, withAges('A2.2', 400), withAges('A2.3', 0))).toEqual([
    ...codes.slice(0, 8),
    'A2.2',
    'A2.3',
  ]);
});

it('a law is always shown with its elements', () => {
  const many = Array.from({ length: 8 }, (_, at) => withAges(`A1.${String(at)}`, 500));
  expect(shown(...many, withAges('A1.1', 0, 'MILESTONE'))).toContain('A1.1');
});
