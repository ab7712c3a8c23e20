import { describe, expect, it } from '@jest/globals';
import { light } from '../../theme/tokens.ts';
import { scorecard } from '../../testing/scorecard.fixture.ts';
import type { LevelText } from '../../ui/use-level-text.ts';
import { scorecardDrawing } from './scorecard-picture.ts';

const text: LevelText = {
  word: (word) => word,
  percent: ({ percent }) => `${percent ?? ''} %`,
  known: ({ known, total }) => `${known} of ${total}`,
  range: () => null,
  movement: ({ movement }) => movement,
};
const draw = (rows = scorecard.rows) =>
  scorecardDrawing(text, (fact) => fact?.name.text ?? 'nobody', rows, scorecard.areas);

describe('the picture of the table', () => {
  it('says what the table says, the regional action across the countries', () => {
    const { parts, text: texts, width } = draw();
    expect(texts).toContain('40 % UNDER_WAY');
    expect(texts).toContain('FORWARD · 2 of 4');
    const wide = parts.filter((part) => part.includes(`fill="${light['level-begun']}"`));
    expect(wide).toHaveLength(1);
    expect(Number(/width="(\d+)"/.exec(wide[0] ?? '')?.[1])).toBeGreaterThan(width / 2);
  });

  it('has no red, whatever is far behind or not known', () => {
    const drawn = draw().parts.join('');
    for (const red of [light['bad-fill'], light['bad-ink'], light.error])
      expect(drawn).not.toContain(red);
  });
});
