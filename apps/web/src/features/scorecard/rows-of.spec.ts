import { describe, expect, it } from '@jest/globals';
import { scorecard } from '../../testing/scorecard.fixture.ts';
import { countsOf, rowsOf } from './rows-of.ts';
import { scorecardCsv } from './scorecard-csv.ts';
import type { Row } from './scorecard.types.ts';

const cell = (status: Row['cells'][number]['status'], area: string): Row['cells'][number] => ({
  area,
  status,
  coverage: { assessed: 1, total: 2, display: 'FIGURE_AND_RANGE', central: null, low: 0, high: 50 },
  move: null,
  history: { firstYear: 2023, percents: [null, null, null] },
});
const row = (code: string, title: string, cells: Row['cells']): Row => ({
  action: {
    code,
    kind: 'PRIORITY',
    pillar: 'ZERO_TOLERANCE',
    scope: 'COUNTRY',
    title: { lang: 'ru', text: title },
  },
  cells,
  indicators: [],
});
const rows = [
  row('A1', 'Ёлка', [cell('NO_DATA', 'KAZ'), cell('DELAYED', 'KGZ')]),
  row('A2', 'Ель, "дом"', [cell('DELAYED', 'KAZ'), cell('ON_TRACK', 'KGZ')]),
  row('A3', 'Арбуз', [cell('NO_DATA', 'KAZ'), cell('NO_DATA', 'KGZ')]),
];
const codes = (list: readonly Row[]) => list.map(({ action }) => action.code);

describe('the rows of the scorecard', () => {
  it('stand as in the meeting, by title or by how much is known; countries keep their order', () => {
    expect(codes(rowsOf(rows, {}, 'ru'))).toEqual(['A1', 'A2', 'A3']);
    expect(codes(rowsOf(rows, { sort: 'az' }, 'ru'))).toEqual(['A3', 'A1', 'A2']);
    const known = rowsOf(rows, { sort: 'known' }, 'ru');
    expect(codes(known)).toEqual(['A2', 'A1', 'A3']);
    expect(known[0]?.cells.map(({ area }) => area)).toEqual(['KAZ', 'KGZ']);
  });

  it('leave as a file with the words of the API; what is not known is empty, not 0', () => {
    expect(scorecardCsv(rows, 2025).split('\r\n')[3]).toBe(
      'A2,"Ель, ""дом""",KAZ,2025,DELAYED,,0,50,1,2,,,',
    );
  });

  it('carry the mark of a provisional figure only where it makes the figure of the action', () => {
    const [first] = scorecard.rows;
    const marked = (direction: 'INCREASE' | 'NONE') =>
      (first?.indicators ?? []).map((entry) => ({
        ...entry,
        indicator: { ...entry.indicator, direction },
        cells: entry.cells.map((one) => ({ ...one, flags: ['PROVISIONAL'] })),
      }));
    const of = (direction: 'INCREASE' | 'NONE') =>
      first && countsOf([{ ...first, indicators: marked(direction) }]).provisional;
    expect([of('INCREASE'), of('NONE')]).toEqual([4, 0]);
  });
});
