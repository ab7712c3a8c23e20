import { describe, expect, it } from '@jest/globals';
import { plainDrawing } from './plain-drawing.ts';

const markup =
  '<svg viewBox="0 0 688 172" role="img" font-size="13"><title>T</title><desc>D</desc>' +
  '<path d="M0 0H9" stroke="var(--line)"></path>' +
  '<text x="10" y="20" dy="0.35em" text-anchor="end" fill="var(--ink-soft)">Қыз &amp; ұл</text></svg>';

describe('a drawing cut loose from its page', () => {
  it('has its size, the colours of a light page and no letters among its shapes', () => {
    const { width, height, shapes } = plainDrawing(markup);
    expect([width, height]).toEqual([688, 172]);
    expect(shapes).toContain('stroke="#DDE3E8"');
    expect(shapes).not.toMatch(/var\(|<text|<title|<desc/);
  });

  it('hands its letters on as they were, each where it stood', () => {
    expect(plainDrawing(markup).letters).toEqual([
      {
        text: 'Қыз & ұл',
        x: 10,
        y: 20 + 0.35 * 13,
        size: 13,
        weight: 400,
        anchor: 'end',
        fill: '#4A5763',
        halo: null,
      },
    ]);
  });

  it('is refused without a size: it could not be placed', () => {
    expect(() => plainDrawing('<svg></svg>')).toThrow('no size');
  });
});
