import { describe, expect, it } from '@jest/globals';
import { scorecard } from '../../testing/scorecard.fixture.ts';
import { chartsOf, countedRows, movesOf, regionBrief, type Brief } from './brief-data.ts';

const one = (code: string, action: string, known: number, more = {}) => ({
  code,
  actions: [action],
  context: false,
  known,
  ...more,
});
const rows = ['A1', 'A2'].map((code) => ({
  action: { code, scope: 'COUNTRY' as const, title: { lang: 'en' as const, text: code } },
  cells: [],
}));
const charts = (...drawables: Brief['drawables'][number][]) => chartsOf({ rows, drawables });

describe('the three charts of a brief', () => {
  it('are what most is known of, one an action first', () => {
    expect(charts(one('A1.1', 'A1', 9), one('A1.2', 'A1', 8), one('A2.2', 'A2', 3))).toEqual([
      'A1.1',
      'A2.2',
      'A1.2',
    ]);
  });

  it('leave out what nobody reports and actions that were not asked for, and put context after the rest', () => {
    expect(
      charts(
        one('A1.6', 'A1', 20, { context: true }),
        one('A1.1', 'A1', 2),
        one('A1.2', 'A1', 0),
        one('A6.6', 'A6', 9),
      ),
    ).toEqual(['A1.1', 'A1.6']);
  });

  it('draw one value alone only where there is nothing else', () => {
    expect(
      charts(
        one('A1.1', 'A1', 1),
        one('A2.1', 'A2', 9, { context: true }),
        one('A2.2', 'A2', 8, { context: true }),
      ),
    ).toEqual(['A2.1', 'A2.2', 'A1.1']);
  });
});

describe('the rows of a brief', () => {
  it('are those of the actions asked for', () => {
    expect(regionBrief(scorecard, [], []).rows).toHaveLength(3);
    const some = regionBrief(scorecard, [], ['A1']);
    expect(some.rows.map(({ action }) => action.code)).toEqual(['A1']);
  });

  it('say what moved since the release before, what moved itself first', () => {
    const [row] = regionBrief(scorecard, [], ['A1']).rows;
    const cells = row?.cells.map((cell, i) => ({
      ...cell,
      change:
        [
          { class: 'NEWLY_KNOWN', points: null },
          { class: 'UNCHANGED', points: null },
          { class: 'FORWARD', points: '20.0' },
          null,
        ][i] ?? null,
    }));
    const moves = row ? movesOf([{ ...row, cells: cells ?? [] }]) : [];
    expect(moves.map(({ area, kind, points }) => [area, kind, points])).toEqual([
      ['TJK', 'FORWARD', '20.0'],
      ['KAZ', 'NEWLY_KNOWN', null],
    ]);
  });

  it('draw numbers only, of the region those that can be compared', () => {
    const choice = { code: 'A1.3', action: 'A1', role: 'SUPPORTING', known: 4 } as const;
    const { drawables } = regionBrief(
      scorecard,
      [
        { ...choice, kind: 'NUMERIC' },
        { ...choice, kind: 'BINARY' },
      ],
      [],
    );
    expect(drawables).toEqual([{ code: 'A1.3', actions: ['A1'], context: false, known: 4 }]);
  });

  it('count the action of the region in the brief of the region, and in none of a country', () => {
    const { rows: all } = regionBrief(scorecard, [], []);
    expect(countedRows({ country: null, rows: all })).toEqual(all);
    const country = { code: 'KGZ', name: { lang: 'en' as const, text: 'Kyrgyzstan' } };
    expect(countedRows({ country, rows: all })).toHaveLength(all.length - 1);
  });
});
