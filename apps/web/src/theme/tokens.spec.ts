import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { light, type Token } from './tokens.ts';

const source = path.join(import.meta.dirname, '..');
const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The custom properties of the first rule, as they are in light or in dark. */
function colorsOf(scheme: 'light' | 'dark'): Record<string, string> {
  const [, body = ''] = css.split(/[{}]/);
  const colors = /--([\w-]+): (?:light-dark\()?(#[0-9a-f]{6})(?:, (#[0-9a-f]{6})\))?;/g;
  return Object.fromEntries(
    [...body.matchAll(colors)].map(([, name = '', bright = '', dim = bright]) => [
      name,
      (scheme === 'light' ? bright : dim).toUpperCase(),
    ]),
  );
}
const dark = colorsOf('dark') as Record<Token, string>;

type Rgb = [number, number, number];
function linear(hex: string): Rgb {
  const of = (at: number) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  };
  return [of(1), of(3), of(5)];
}
/** WCAG 2.2 contrast. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** How eyes that lack one kind of cone see linear RGB: Machado, Oliveira, Fernandes 2009, severity 1. */
const eyes: Record<string, [Rgb, Rgb, Rgb]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
/** Distance in OKLab (Ottosson 2020), as these eyes see it. */
function distance(a: string, b: string, eye: [Rgb, Rgb, Rgb]): number {
  const seen = (hex: string): Rgb => {
    const rgb = linear(hex);
    const [r, g, b] = eye.map(([x, y, z]) => Math.max(0, x * rgb[0] + y * rgb[1] + z * rgb[2]));
    return oklab([r ?? 0, g ?? 0, b ?? 0]);
  };
  const [from, to] = [seen(a), seen(b)];
  return Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
}
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const tones = ['good', 'late', 'bad', 'none'] as const;
const levels = [
  'done',
  'mostly-done',
  'under-way',
  'begun',
  'not-begun',
  'partly-known',
  'not-known',
] as const;
const countries = ['kaz', 'kgz', 'tjk', 'uzb'] as const;
const pages = ['paper', 'ground'] as const;

/** Each colour, the ground it is drawn on, and how much it has to stand out: 4.5 for words, 3 for lines, marks and edges (WCAG 1.4.3, 1.4.11). */
const pairs: [Token, Token, number][] = [
  ...pages.flatMap((page): [Token, Token, number][] => [
    ['ink', page, 7],
    ['ink-soft', page, 4.5],
    ['link', page, 4.5],
    ['error', page, 4.5],
    ['brand', page, 4.5],
    ['focus', page, 3],
    ['line-strong', page, 3],
    ...tones.map((tone): [Token, Token, number] => [`${tone}-ink`, page, 4.5]),
  ]),
  ...tones.flatMap((tone): [Token, Token, number][] => [
    ['ink', `${tone}-tint`, 7],
    [`${tone}-ink`, `${tone}-tint`, 5.8],
  ]),
  ...levels.map((level): [Token, Token, number] => [`level-${level}-ink`, `level-${level}`, 5.8]),
  // the edge of what has not begun, and the marks of movement
  ['level-line', 'level-not-begun', 3],
  ['forward-ink', 'forward-tint', 4.5],
  ['ink', 'brand-tint', 7],
  ['ink-soft', 'brand-tint', 4.5],
  ['brand', 'brand-tint', 4.5],
  ['link', 'brand-tint', 4.5],
  ['ink', 'error-tint', 7],
  ['error', 'error-tint', 4.5],
  ['on-brand', 'brand', 7],
  ['on-brand', 'link', 4.5],
  ['on-bar', 'bar', 7],
];

it('are the same in the style sheet and in code', () => {
  expect(colorsOf('light')).toEqual(light);
});

it.each([
  ":root[data-mantine-color-scheme='dark']",
  '@media screen and (prefers-color-scheme: dark) {\n  :root:not([data-mantine-color-scheme])',
])('are dark where %s', (rule) => {
  expect(css).toContain(`${rule} {\n    color-scheme: dark;`);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours, %s,', (_, colors: Readonly<Record<Token, string>>) => {
  it.each(pairs)('let %s be read on %s', (front, back, least) => {
    expect(contrast(colors[front], colors[back])).toBeGreaterThanOrEqual(least);
  });

  it('tell one step of a level from the next', () => {
    const steps = ['not-begun', 'begun', 'under-way', 'mostly-done', 'done'] as const;
    for (const [i, to] of steps.entries()) {
      const from = steps[i - 1];
      if (from !== undefined)
        expect([to, contrast(colors[`level-${from}`], colors[`level-${to}`]) > 1.15]).toEqual([
          to,
          true,
        ]);
    }
  });

  it('keep the countries apart in every kind of colour vision', () => {
    for (const [kind, eye] of Object.entries(eyes))
      for (const a of countries)
        for (const b of countries.slice(countries.indexOf(a) + 1))
          expect([kind, a, b, distance(colors[a], colors[b], eye) > 0.13]).toEqual([
            kind,
            a,
            b,
            true,
          ]);
  });
});

describe('a line or mark of a country', () => {
  it('stands out from a dark page; on a light one dark words lie beside it (KGZ, TJK)', () => {
    for (const country of [...countries, 'ca4'] as const) {
      expect(contrast(dark[country], dark.paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(light[country], light.paper)).toBeGreaterThanOrEqual(3);
    }
  });
});

it('nothing is drawn in a colour that only one theme knows', () => {
  const own = /#[0-9a-f]{3,8}\b|\b(?:white|black)\b(?!-)/i;
  // files that may have fixed colours: the button for leaving quickly is yellow with dark letters in both themes;
  // exported pictures are drawn on white; a QR code for cameras is black on white
  const allowed =
    /quick-exit\.module\.css|qr-code\.tsx|^theme\/|^charts\/picture\/|root-route\.tsx/;
  const found = globSync('**/*.{css,tsx,ts}', { cwd: source })
    .filter((file) => !allowed.test(file) && !/\.(spec|fixture|generated)\./.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(source, file), 'utf8');
      const values = file.endsWith('.css')
        ? text.match(/^\s*[\w-]+: [^;]*;/gm)
        : text.match(/(?:fill|stroke|color|background)\w*[=:]\s*\{?['"][^'"]*['"]/gi);
      return (values ?? [])
        .filter((value) => own.test(value))
        .map((value) => `${file}: ${value.trim()}`);
    });
  expect(found).toEqual([]);
});
