import { expect, it } from '@jest/globals';
import { hiddenTables } from './preview-safety.ts';

it('counts hidden cells by table and by reason, most first', () => {
  const cell = (area: string, year: number, why: string) => ({
    ...{ indicator: 'A5.10', area, year, face: null, primary: false, why },
  });
  const tajik = ['SMALL', 'COVER', 'COVER'].map((why) => cell('TJK', 2024, why));
  expect(
    hiddenTables([cell('KGZ', 2024, 'SMALL'), ...tajik, cell('KGZ', 2025, 'WITHDRAWN')]),
  ).toEqual([
    {
      ...{ indicator: 'A5.10', area: 'TJK', year: 2024, cells: 3 },
      reasons: [
        { why: 'COVER', cells: 2 },
        { why: 'SMALL', cells: 1 },
      ],
    },
    {
      ...{ indicator: 'A5.10', area: 'KGZ', year: 2024, cells: 1 },
      reasons: [{ why: 'SMALL', cells: 1 }],
    },
    {
      ...{ indicator: 'A5.10', area: 'KGZ', year: 2025, cells: 1 },
      reasons: [{ why: 'WITHDRAWN', cells: 1 }],
    },
  ]);
});
