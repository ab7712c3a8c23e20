import { expect, it } from '@jest/globals';
import type { NamedSource } from './release-contents.ts';
import { rowSource } from './row-source.ts';

const named: NamedSource = {
  id: 'S1',
  publisher: 'Statistical committee',
  title: 'Survey',
  year: 2023,
  url: null,
  licence: 'CC BY 4.0',
  kind: 'DATASET',
};
const contents = {
  sources: new Map([['S1', named]]),
  bodies: new Map([['MIA', { en: 'Ministry of Internal Affairs' }]]),
};
const ofBody = { source: null, body: 'MIA', sourceText: null };

it('the source of a row is made once for all rows that have the same', () => {
  const survey = { source: 'S1', body: null, sourceText: null };
  expect(rowSource({ ...survey }, contents)).toBe(rowSource({ ...survey }, contents));
  expect(rowSource({ ...ofBody }, contents)).toBe(rowSource({ ...ofBody }, contents));
  const order = { ...ofBody, sourceText: 'Order 7' };
  expect(rowSource(order, contents)).toMatchObject({ id: 'MIA', title: { en: 'Order 7' } });
  expect(rowSource({ ...ofBody, body: 'UNKNOWN' }, contents)).toBeNull();
});
