import { expect, it } from '@jest/globals';
import { languages, translator } from '@qadam/i18n';
import { draw } from './preview-picture.fixture.ts';

it('the picture of a page has every letter of the six languages: none is drawn as a box, no two alike', async () => {
  const taglines = await Promise.all(
    languages.map(async (lang) => (await translator(lang, 'public'))('site.tagline')),
  );
  const letters = [...new Set(Array.from(`${taglines.join('')}ҚҒҢҰӘӨҺІңұөҶӮҲӢҷӯҳӣўЎʻ`))].filter(
    (letter) => letter.trim() !== '',
  );
  // a character that no typeface has
  const box = await draw({ title: '\u{10FFFD}' });
  const drawn = await Promise.all(letters.map((title) => draw({ title })));
  const boxes = letters.filter((_, i) => drawn[i]?.equals(box));
  expect(boxes).toEqual([]);
  // allow for letters that look alike in Latin and Cyrillic
  const shapes = new Set(drawn.map((one) => one.toString('base64')));
  expect(shapes.size).toBeGreaterThan(letters.length * 0.6);
});
