/**
 * @jest-environment node
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { countryLook } from './countries.ts';
import { tones } from './status.ts';
import { tokens } from './tokens.ts';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
const inCss = (name: string) =>
  new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1]?.toUpperCase();

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe('colours', () => {
  it.each(Object.entries(tokens))('%s is the same in the style sheet and in code', (name, hex) => {
    expect(inCss(name)).toBe(hex);
  });

  it.each(Object.entries(tones))(
    'of the tone %s are the same in the style sheet',
    (name, { fill, tint, ink }) => {
      expect([inCss(`${name}-fill`), inCss(`${name}-tint`), inCss(`${name}-ink`)]).toEqual([
        fill,
        tint,
        ink,
      ]);
    },
  );

  it.each(Object.entries(countryLook))(
    'of %s are the same in the style sheet',
    (code, { color }) => {
      expect(inCss(code.toLowerCase())).toBe(color);
    },
  );

  it.each(Object.entries(tones))(
    'of the tone %s read on their tint and on white',
    (_, { tint, ink }) => {
      expect(contrast(ink, tint)).toBeGreaterThanOrEqual(5.8);
      expect(contrast(ink, tokens.paper)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(['ink', 'ink-soft', 'link', 'error'] as const)(
    'of text read on white and on the ground: %s',
    (name) => {
      expect(contrast(tokens[name], tokens.paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tokens[name], tokens.ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('of figures on a tint read as well', () => {
    for (const { tint } of Object.values(tones))
      expect(contrast(tokens.ink, tint)).toBeGreaterThanOrEqual(7);
  });

  it('of borders and focus stand out from the page', () => {
    expect(contrast(tokens['line-strong'], tokens.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens.focus, tokens.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens.paper, tokens.brand)).toBeGreaterThanOrEqual(7);
  });
});
