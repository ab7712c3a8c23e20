import type { ChartFacts } from '../chart-facts.ts';
import { type Drawing, drawingOf } from './drawing.ts';
import { framePicture } from './frame-picture.ts';

const family = 'Source Sans 3 Variable';

/** A style that embeds the parts of our typeface with the letters of a text: outside the page the picture can load no other. */
async function fontStyle(text: string): Promise<string> {
  const fontFaces = [...document.styleSheets]
    .filter((sheet) => sheet.href === null || sheet.href.startsWith(location.origin))
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => style.getPropertyValue('font-family').replaceAll(/["']/g, '') === family)
    .map(({ style }) => ({
      range: style.getPropertyValue('unicode-range'),
      url: /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1],
    }));
  const seen = new Set<string>();
  const rules: string[] = [];
  for (const { range, url } of fontFaces) {
    if (url === undefined || seen.has(url) || !holdsAnyOf(range, text)) continue;
    seen.add(url);
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    rules.push(
      `@font-face{font-family:'${family}';font-weight:200 900;font-display:swap;src:url(data:font/woff2;base64,${base64(bytes)}) format('woff2');unicode-range:${range}}`,
    );
  }
  return rules.join('');
}

/** Does a CSS unicode-range ("U+0-FF, U+131") contain a letter of the text? */
export function holdsAnyOf(range: string, text: string): boolean {
  const spans = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  });
  return Array.from(text).some((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return spans.some(([from, to]) => code >= from && code <= to);
  });
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const sharpness = 2;

/** A chart as a file: SVG, or PNG at twice the size. Made in the browser from what is on the page; nothing is sent anywhere. */
export async function takePicture(
  element: HTMLElement,
  facts: ChartFacts,
  kind: 'png' | 'svg',
): Promise<Blob> {
  return pictureOf(drawingOf(element), facts, kind);
}

/** The same for a drawing that is not on the page. */
export async function pictureOf(
  drawing: Drawing,
  facts: ChartFacts,
  kind: 'png' | 'svg',
): Promise<Blob> {
  const texts = [facts.title, facts.takeaway, facts.subtitle, facts.source, facts.url].join(' ');
  const style = await fontStyle(`${texts} ${drawing.text}`);
  const picture = framePicture(facts, drawing, style, measurer());
  const svg = new Blob([picture.svg], { type: 'image/svg+xml;charset=utf-8' });
  return kind === 'svg' ? svg : rasterised(svg, picture.width, picture.height);
}

function measurer() {
  const context = document.createElement('canvas').getContext('2d');
  return (text: string, size: number, weight: number): number => {
    if (!context) return text.length * size * 0.55;
    context.font = `${weight} ${size}px 'Source Sans 3 Variable', sans-serif`;
    return context.measureText(text).width;
  };
}

const [rounds, pause, steady] = [25, 80, 3];

/** Draws the picture again and again until it does not change any more, because its embedded typeface loads a little later. */
async function drawSettled(image: HTMLImageElement, canvas: HTMLCanvasElement): Promise<void> {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas.');
  let before = '';
  let same = 0;
  for (let round = 0; round < rounds && same < steady; round++) {
    if (round > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const now = canvas.toDataURL('image/png');
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

async function rasterised(svg: Blob, width: number, height: number): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    await drawSettled(image, canvas);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture is empty.'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
