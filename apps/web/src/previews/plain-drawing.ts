import { light, type Token } from '../theme/tokens.ts';

const usualSize = 13;
const viewBox = /viewBox="0 0 ([\d.]+) ([\d.]+)"/;
const lettering = /<text([^>]*)>([^<]*)<\/text>/g;
const titles = /<(title|desc)>[^<]*<\/\1>/g;

/** A drawing that the server rendered, made independent of page and style sheet. No letters in it may be inside a group with a transform. */
export function plainDrawing(markup: string) {
  const svg = markup.slice(markup.indexOf('<svg'), markup.lastIndexOf('</svg>') + 6);
  const [, width, height] = viewBox.exec(svg)?.map(Number) ?? [];
  if (width === undefined || height === undefined) throw new Error('A drawing has no size.');
  const colored = svg.replace(/var\(--([\w-]+)\)/g, (_, name: string) => light[name as Token]);
  return {
    width,
    height,
    /** The SVG without letters, in the colours of a light page. */
    shapes: colored
      .replace(lettering, '')
      .replace(titles, '')
      .replace(
        '<svg',
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
      ),
    /** The texts of the drawing, which are drawn separately as they need the typeface. */
    letters: [...colored.matchAll(lettering)].map(([, look = '', text = '']) => {
      const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(look)?.[1];
      const size = Number(of('font-size') ?? usualSize);
      const anchor = of('text-anchor');
      return {
        text: unescaped(text),
        x: Number(of('x') ?? 0),
        // the baseline of the text
        y: Number(of('y') ?? 0) + Number.parseFloat(of('dy') ?? '0') * size,
        size,
        weight: Number(of('font-weight') ?? 400),
        anchor: anchor === 'end' || anchor === 'middle' ? anchor : 'start',
        fill: of('fill') ?? light.ink,
        // the colour of an outline around the letters, so that they can be read across a line
        halo: of('stroke') ?? null,
      };
    }),
  };
}

export type PlainDrawing = ReturnType<typeof plainDrawing>;

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};
export const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity);
