import { globSync } from 'node:fs';
import path from 'node:path';
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
/** Draws a plain picture with some parts changed. */
export const draw = (some: Partial<Preview> = {}) =>
  picture.draw({ ...plain, ...some }, 'qadam.example');
