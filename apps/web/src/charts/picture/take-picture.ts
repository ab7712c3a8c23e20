import type { ChartFacts } from '../chart-facts.ts';
import { drawingOf, type Drawing } from './drawing.ts';
import { fontStyle } from './font-style.ts';
import { framePicture, type Picture } from './frame-picture.ts';

const sharpness = 2;

/** A chart as a file: SVG, or PNG at twice the size. Made in the browser from what is on the page; nothing is sent anywhere. */
export async function takePicture(
  element: HTMLElement,
  facts: ChartFacts,
  kind: 'png' | 'svg',
): Promise<Blob> {
  return pictureOf(drawingOf(element), facts, kind);
}

/** The same of a drawing that is not on the page. */
export async function pictureOf(
  drawing: Drawing,
  facts: ChartFacts,
  kind: 'png' | 'svg',
): Promise<Blob> {
  const said = [facts.title, facts.takeaway, facts.subtitle, facts.source, facts.url].join(' ');
  const style = await fontStyle(`${said} ${drawing.text}`);
  const picture = framePicture(facts, drawing, style, measurer());
  const svg = new Blob([picture.svg], { type: 'image/svg+xml;charset=utf-8' });
  return kind === 'svg' ? svg : rasterised(svg, picture);
}

function measurer() {
  const context = document.createElement('canvas').getContext('2d');
  return (text: string, size: number, weight: number): number => {
    if (!context) return text.length * size * 0.55;
    context.font = `${weight} ${size}px 'Source Sans 3 Variable', sans-serif`;
    return context.measureText(text).width;
  };
}

async function rasterised(svg: Blob, { width, height }: Picture): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
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
