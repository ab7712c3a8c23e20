import type { StatusGlyph } from '@qadam/domain';

interface Stroke {
  d: string;
  width: number;
  dash?: string;
}
interface Shape {
  fill?: string;
  strokes?: readonly Stroke[];
}

/** The shapes of statuses in a field of 16 × 16, for the page and for pictures. */
export const glyphPaths: Record<StatusGlyph, Shape> = {
  check: { strokes: [{ d: 'M2.5 8.5 6.5 12.5 13.5 4', width: 2.6 }] },
  disc: { fill: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z' },
  'triangle-up': { fill: 'M8 2 14.5 13.5H1.5Z' },
  square: { fill: 'M2.5 2.5H13.5V13.5H2.5Z' },
  cross: { strokes: [{ d: 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5', width: 2.6 }] },
  'triangle-down': { fill: 'M8 14 1.5 2.5H14.5Z' },
  hatch: {
    strokes: [
      { d: 'M2.5 2.5H13.5V13.5H2.5Z', width: 1.2 },
      { d: 'M2.5 8 8 2.5M2.5 13.5 13.5 2.5M8 13.5 13.5 8', width: 1.1 },
    ],
  },
  dash: { strokes: [{ d: 'M3 8h10', width: 2 }] },
  'letter-c': {
    strokes: [
      { d: 'M1.5 1.5H14.5V14.5H1.5Z', width: 1, dash: '2 1.5' },
      { d: 'M10.7 6.2a3.2 3.2 0 1 0 0 3.6', width: 1.7 },
    ],
  },
};
