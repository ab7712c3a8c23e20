import type { ChartFacts } from '../chart-facts.ts';
import { light } from '../../theme/tokens.ts';
import { wrapped } from '../wrapped.ts';
import type { Drawing } from './drawing.ts';
import { escaped } from './escaped.ts';

export type Measure = (text: string, size: number, weight: number) => number;

const pad = 28;
const narrowest = 640;
const { ink, 'ink-soft': soft, paper } = light;

interface Block {
  text: string;
  size: number;
  weight: number;
  color: string;
  /** Space above, px. */
  above: number;
}

/** Puts title, sentence, source and address around the drawing, so that the picture can be passed on without the page. */
export function framePicture(facts: ChartFacts, drawing: Drawing, style: string, measure: Measure) {
  const width = Math.max(narrowest, drawing.width + 2 * pad);
  const room = width - 2 * pad;
  const before: Block[] = [
    { text: facts.title, size: 24, weight: 650, color: ink, above: 0 },
    { text: facts.takeaway, size: 17, weight: 400, color: ink, above: 10 },
    { text: facts.subtitle, size: 14, weight: 400, color: soft, above: 8 },
  ];
  const after: Block[] = [
    { text: facts.source, size: 13, weight: 400, color: soft, above: 14 },
    { text: facts.url, size: 13, weight: 400, color: soft, above: 4 },
  ];
  const top = written(before, pad, room, measure);
  const foot = written(after, top.end + 18 + drawing.height, room, measure);
  const height = Math.ceil(foot.end + pad - 6);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Source Sans 3 Variable','Source Sans 3','Segoe UI',sans-serif">`,
    `<title>${escaped(facts.title)}</title><desc>${escaped(facts.takeaway)}</desc>`,
    style === '' ? '' : `<style>${style}</style>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    top.svg,
    `<svg x="${pad}" y="${top.end + 18}" width="${drawing.width}" height="${drawing.height}">${drawing.parts.join('')}</svg>`,
    foot.svg,
    `</svg>`,
  ].join('');
  return { svg, width, height };
}

function written(blocks: readonly Block[], start: number, room: number, measure: Measure) {
  let y = start;
  let svg = '';
  for (const { text, size, weight, color, above } of blocks) {
    y += above;
    for (const line of wrapped(text, room, (part) => measure(part, size, weight))) {
      y += Math.round(size * 1.28);
      svg += `<text x="${pad}" y="${y - Math.round(size * 0.28)}" font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(line)}</text>`;
    }
  }
  return { svg, end: y };
}
