import { describe, expect, test } from '@jest/globals';
import { holdsAnyOf } from './take-picture.ts';
import { wrapped } from '../wrapped.ts';
import { framePicture } from './frame-picture.ts';

const tenEach = (text: string) => text.length * 10;

describe('a chart as a picture', () => {
  test('carries its title, sentence, source and address, and no text of it closes an element', () => {
    const { svg, width, height } = framePicture(
      {
        name: 'X1',
        title: 'Places < needed & "promised"',
        takeaway: 'Half of them.',
        subtitle: 'Kazakhstan',
        source: 'Source: the ministry',
        open: 0,
        url: 'https://qadam.example/en/indicators/X1',
      },
      { width: 600, height: 300, parts: ['<svg><text>12</text></svg>'], text: '12' },
      '',
      tenEach,
    );
    const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(read.querySelector('parsererror')).toBeNull();
    expect(read.documentElement.textContent).toContain('Places < needed & "promised"');
    expect(read.documentElement.textContent).toContain('https://qadam.example/en/indicators/X1');
    expect(width).toBe(656);
    expect(height).toBeGreaterThan(300);
  });

  test('long texts are broken between words, an address where it must be', () => {
    expect(wrapped('one two three', 80, tenEach)).toEqual(['one two', 'three']);
    expect(wrapped('https://qadam.example', 100, tenEach)).toEqual([
      'https://qa',
      'dam.exampl',
      'e',
    ]);
  });

  test('takes the part of the typeface that has the letters: Kazakh ones stand apart', () => {
    expect(holdsAnyOf('U+0460-048F, U+0492-04AF', 'Қазақстан')).toBe(true);
    expect(holdsAnyOf('U+0460-048F, U+0492-04AF', 'Казахстан')).toBe(false);
  });
});
