import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { languages, translator } from '@qadam/i18n';
import { PreviewPicture, type Preview } from './preview-picture.ts';

const fonts = globSync(
  path.join(
    import.meta.dirname,
    '../../../../node_modules/@fontsource-variable/source-sans-3/files/*-wght-normal.woff2',
  ),
);
const picture = new PreviewPicture(fonts);
const plain: Preview = {
  site: 'Qadam',
  tagline: 'Priority actions',
  title: 'A title',
  sentence: 'A sentence.',
  note: 'Release 2026.1',
  drawing: null,
};
const draw = (some: Partial<Preview> = {}) => picture.draw({ ...plain, ...some }, 'qadam.example');

it('the picture of a page has every letter of the six languages: none is drawn as a box, no two alike', async () => {
  const taglines = await Promise.all(
    languages.map(async (lang) => (await translator(lang, 'public'))('site.tagline')),
  );
  const letters = [...new Set(Array.from(`${taglines.join('')}ҚҒҢҰӘӨҺІңұөҶӮҲӢҷӯҳӣўЎʻ`))].filter(
    (letter) => letter.trim() !== '',
  );
  // no typeface has this one
  const box = await draw({ title: '\u{10FFFD}' });
  const drawn = await Promise.all(letters.map((title) => draw({ title })));
  const boxes = letters.filter((_, i) => drawn[i]?.equals(box));
  expect(boxes).toEqual([]);
  // letters that look alike: Latin and Cyrillic ones
  const shapes = new Set(drawn.map((one) => one.toString('base64')));
  expect(shapes.size).toBeGreaterThan(letters.length * 0.6);
});
