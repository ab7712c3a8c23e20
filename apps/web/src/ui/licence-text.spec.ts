import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { createI18n } from '../app/i18n.ts';
import { licenceText, sentences } from './licence-text.ts';

const shipped = readFileSync(
  path.join(import.meta.dirname, '../../../api/src/database/seed/data/sources.csv'),
  'utf8',
);

test('the sentences are those of the shipped sources, and read in the language of the page', async () => {
  const { t } = await createI18n('ru');
  for (const licence of Object.keys(sentences)) {
    expect(shipped).toContain(licence);
    expect(licenceText(t, licence)).toEqual({ text: expect.stringMatching(/^[^a-z]+$/) });
  }
  expect(licenceText(t, 'CC BY 4.0')).toEqual({ text: 'CC BY 4.0', lang: 'en' });
});
