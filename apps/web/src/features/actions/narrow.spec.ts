import { describe, expect, it } from '@jest/globals';
import { type ActionPageData, areasShown, logOf, narrowed } from './narrow.ts';

const all = ['KAZ', 'KGZ', 'TJK', 'UZB'];
const inAreas = (areas: readonly string[]) => areas.map((area) => ({ area }));
const data = {
  cells: inAreas(all),
  indicators: [{ series: all.map((area) => ({ cell: { area } })) }],
  laws: [{ cells: inAreas(all) }],
  events: inAreas(['KAZ', 'CA4', 'UZB']),
  documents: inAreas(['KGZ', 'UZB']),
} as unknown as ActionPageData;
const codes = (list: readonly { area: string }[]) => list.map(({ area }) => area);

describe('the countries in the address of an action', () => {
  it('narrow every part of the page, in the one order, and leave what all four share', () => {
    const shown = narrowed(data, { c: 'UZB~KGZ' });
    expect(codes(shown.cells)).toEqual(['KGZ', 'UZB']);
    expect(shown.indicators[0]?.series.map(({ cell }) => cell.area)).toEqual(['KGZ', 'UZB']);
    expect(codes(shown.laws[0]?.cells ?? [])).toEqual(['KGZ', 'UZB']);
    expect(codes(shown.events)).toEqual(['CA4', 'UZB']);
    expect(codes(shown.documents)).toEqual(['KGZ', 'UZB']);
  });

  it('leave everything where none is named, or none that this action has', () => {
    expect(narrowed(data, {})).toBe(data);
    expect(areasShown(data, { c: 'CA4' })).toEqual(all);
  });

  it('leave of the log the releases that changed something of them', () => {
    const log = [
      { newValues: 3, unlisted: 0, items: inAreas(['KAZ', 'UZB']) },
      { newValues: 9, unlisted: 0, items: inAreas(['TJK']) },
      { newValues: 0, unlisted: 7, items: inAreas(['TJK']) },
    ];
    expect(logOf(log, ['UZB'])).toEqual([
      { newValues: 0, unlisted: 0, items: inAreas(['UZB']) },
      // whose changes are not listed is not known
      { newValues: 0, unlisted: null, items: [] },
    ]);
  });
});
