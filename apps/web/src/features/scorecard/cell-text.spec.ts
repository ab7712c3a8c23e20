import { describe, expect, it } from '@jest/globals';
import { scorecard } from '../../testing/scorecard.fixture.ts';
import { yearsOf } from '../../ui/year-shares.ts';
import { movedOf, softened } from './cell-text.ts';

const cell = scorecard.rows[0]?.cells[0];
if (!cell) throw new Error('no cell');

describe('a cell of the scorecard', () => {
  it('tells what became of it in steps and in points of the way', () => {
    expect(movedOf(cell)).toEqual({ from: 'DELAYED', changed: true, arrow: '↑', points: 17 });
  });

  it('tells nothing of a hidden status, and of no release before', () => {
    const hidden = { class: 'NOW_HIDDEN', from: null, steps: null, fromCentral: null };
    expect(movedOf({ ...cell, status: 'SUPPRESSED', move: hidden })).toMatchObject({
      from: null,
      arrow: '',
      points: null,
    });
    expect(movedOf({ ...cell, move: null })).toBeNull();
  });

  it('gives a line its years, gaps included', () => {
    expect(yearsOf(2023, [null, 41])).toEqual([
      { year: 2023, value: null },
      { year: 2024, value: '41' },
    ]);
  });

  it('breaks long words of a narrow tile between syllables, in Cyrillic and Latin', () => {
    const parts = (text: string) => softened(text).split('\u00AD');
    expect(parts('недостаточно')).toEqual(['не', 'доста', 'точно']);
    expect(parts('жеткіліксіз')).toEqual(['жеткі', 'ліксіз']);
    expect(parts('qolmoqda').join('')).toBe('qolmoqda');
    expect(parts('not enough data')).toEqual(['not enough data']);
  });
});
