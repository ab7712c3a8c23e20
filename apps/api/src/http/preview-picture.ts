import type { Path2D, SKRSContext2D } from '@napi-rs/canvas';

/** The content of a picture, as web's server build gives it (apps/web/src/previews/preview.tsx). */
export interface Preview {
  site: string;
  tagline: string;
  title: string;
  sentence: string;
  note: string;
  drawing: {
    width: number;
    height: number;
    shapes: string;
    letters: {
      text: string;
      x: number;
      y: number;
      size: number;
      weight: number;
      anchor: 'start' | 'middle' | 'end';
      fill: string;
      halo: string | null;
    }[];
  } | null;
}

/** The size that messengers and social networks expect. */
const [WIDTH, HEIGHT] = [1200, 630];
const PAD = 60;
const ROOM = WIDTH - 2 * PAD;
const BAR = 92;
const FOOT = 52;
const [INK, SOFT, BRAND, PAPER, LIGHT] = ['#17212B', '#4A5763', '#0C3B5E', '#FFFFFF', '#E0A030'];

interface Block {
  text: string;
  size: number;
  weight: number;
  color: string;
  lines: number;
}

/** Draws pictures with the site's own typeface, whatever fonts the machine has. */
export class PreviewPicture {
  private family: Promise<string> | undefined;

  /** Files of the typeface, each with some of its letters. */
  constructor(private readonly fonts: readonly string[]) {}

  /** A PNG of 1200 × 630. */
  async draw(preview: Preview, address: string): Promise<Buffer> {
    const { createCanvas, loadImage, Path2D } = await import('@napi-rs/canvas'); // loaded only when needed, because it is heavy
    const family = await (this.family ??= register(this.fonts));
    const canvas = createCanvas(WIDTH, HEIGHT);
    const context = canvas.getContext('2d');
    const pen = new Pen(context, family);
    context.fillStyle = PAPER;
    context.fillRect(0, 0, WIDTH, HEIGHT);
    drawBar(context, pen, preview, new Path2D('M6 25h7v-6h6v-6h7'));
    const { drawing } = preview;
    const small = drawing !== null;
    let y = BAR + (small ? 22 : 56);
    y = pen.block(PAD, y, ROOM, {
      ...{ text: preview.title, weight: 650, color: INK, lines: small ? 2 : 3 },
      size: small ? 40 : 58,
    });
    y = pen.block(PAD, y + (small ? 4 : 20), ROOM, {
      ...{ text: preview.sentence, weight: 400, color: SOFT, lines: small ? 3 : 4 },
      size: small ? 24 : 34,
    });
    if (drawing) {
      const space = HEIGHT - FOOT - 12 - (y + 14);
      const scale = Math.min(ROOM / drawing.width, space / drawing.height);
      const left = PAD + (ROOM - drawing.width * scale) / 2;
      const image = await loadImage(Buffer.from(sized(drawing, scale)));
      context.drawImage(image, left, y + 14, drawing.width * scale, drawing.height * scale);
      for (const letters of drawing.letters) pen.letters(letters, left, y + 14, scale);
    }
    const foot = [address, preview.note].filter((part) => part !== '').join(' · ');
    pen.line(PAD, HEIGHT - 26, foot, { size: 22, weight: 400, color: SOFT });
    return canvas.encode('png');
  }
}

function drawBar(
  context: SKRSContext2D,
  pen: Pen,
  { site, tagline }: Preview,
  steps: Path2D,
): void {
  context.fillStyle = BRAND;
  context.fillRect(0, 0, WIDTH, BAR);
  // the site's mark: three steps and a light
  context.save();
  context.translate(PAD - 6, 20);
  context.scale(1.6, 1.6);
  context.strokeStyle = PAPER;
  context.lineWidth = 3.2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(steps);
  context.fillStyle = LIGHT;
  context.beginPath();
  context.arc(24.6, 7.2, 2.6, 0, 2 * Math.PI);
  context.fill();
  context.restore();
  pen.line(PAD + 56, 60, site, { size: 38, weight: 700, color: PAPER });
  const at = PAD + 56 + pen.width(site, 38, 700) + 24;
  pen.block(at, 28, WIDTH - PAD - at, {
    text: tagline,
    size: 24,
    weight: 400,
    color: PAPER,
    lines: 1,
  });
}

/** The drawing at the size at which it is drawn: enlarging it afterwards would blur it. */
const sized = ({ width, height, shapes }: NonNullable<Preview['drawing']>, scale: number): string =>
  shapes
    .replace(` width="${String(width)}"`, ` width="${String(Math.round(width * scale))}"`)
    .replace(` height="${String(height)}"`, ` height="${String(Math.round(height * scale))}"`);

class Pen {
  constructor(
    private readonly context: SKRSContext2D,
    private readonly family: string,
  ) {}

  width(text: string, size: number, weight: number): number {
    this.context.font = this.font(size, weight);
    return this.context.measureText(text).width;
  }

  line(x: number, y: number, text: string, look: Omit<Block, 'text' | 'lines'>): void {
    this.context.font = this.font(look.size, look.weight);
    this.context.fillStyle = look.color;
    this.context.fillText(text, x, y);
  }

  /** Breaks lines between words; text that does not fit ends with an ellipsis. Returns the bottom of the block. */
  block(x: number, top: number, room: number, block: Block): number {
    const { text, size, weight, lines } = block;
    const fits = (line: string) => this.width(line, size, weight) <= room;
    let y = top;
    for (const line of wrapped(text, lines, fits)) {
      y += Math.round(size * 1.22);
      this.line(x, y - Math.round(size * 0.26), line, block);
    }
    return y;
  }

  letters(
    of: NonNullable<Preview['drawing']>['letters'][number],
    left: number,
    top: number,
    scale: number,
  ): void {
    const { context } = this;
    context.font = this.font(of.size * scale, of.weight);
    context.textAlign = of.anchor === 'middle' ? 'center' : of.anchor;
    const [x, y] = [left + of.x * scale, top + of.y * scale];
    if (of.halo !== null) {
      context.strokeStyle = of.halo;
      context.lineWidth = 4 * scale;
      context.lineJoin = 'round';
      context.strokeText(of.text, x, y);
    }
    context.fillStyle = of.fill;
    context.fillText(of.text, x, y);
    context.textAlign = 'start';
  }

  private font(size: number, weight: number): string {
    return `${String(weight)} ${String(size)}px ${this.family}`;
  }
}

/** Breaks a text into at most `most` lines. */
export function wrapped(text: string, most: number, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  const whole = lines.map((one) => shortened(one, fits));
  return whole.length <= most
    ? whole
    : [...whole.slice(0, most - 1), ended(whole[most - 1] ?? '', fits)];
}

/** The last line of a text that is longer, with an ellipsis. */
function ended(line: string, fits: (line: string) => boolean): string {
  const words = line.split(' ');
  while (words.length > 1 && !fits(`${words.join(' ')} …`)) words.pop();
  return shortened(`${words.join(' ')} …`, fits);
}

/** Cuts the end of a word that is longer than the line. */
function shortened(line: string, fits: (line: string) => boolean): string {
  if (fits(line)) return line;
  let letters = Array.from(line);
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters = letters.slice(0, -1);
  return `${letters.join('')}…`;
}

async function register(files: readonly string[]): Promise<string> {
  const { GlobalFonts } = await import('@napi-rs/canvas');
  return files
    .map((file, i) => {
      const name = `Qadam ${String(i)}`;
      if (!GlobalFonts.has(name) && !GlobalFonts.registerFromPath(file, name))
        throw new Error('A file of the typeface cannot be read.');
      return `"${name}"`;
    })
    .join(', ');
}
