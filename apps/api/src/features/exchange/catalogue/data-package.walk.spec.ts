import { afterAll, beforeAll, expect, it } from '@jest/globals';
import datapackage from 'datapackage';
import { languages } from '@qadam/i18n';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { readsPerMinute: 10_000 } });
}, 120_000);
afterAll(() => test.stop());

const ORIGIN = 'http://localhost:3000';

it('the data package is read row by row by the library of its makers, each cell of its type and within its constraints', async () => {
  const site = await test.listen();
  for (const lang of languages) {
    const { body } = await test.http(`/data/datapackage.json?lang=${lang}`);
    const descriptor = JSON.parse(body.replaceAll(ORIGIN, site)) as object;
    // `basePath` as if the package were loaded from its address: paths are relative to the descriptor
    const read = await datapackage.Package.load(descriptor, { basePath: `${site}/data` });
    expect([read.valid, read.errors]).toEqual([true, []]);
    const counts = new Map<string, number>();
    // every part of the table in English only: the table as a whole covers what differs by language
    for (const resource of lang === 'en' ? read.resources : read.resources.slice(0, 2))
      counts.set(resource.name, (await resource.read({ keyed: true })).length);
    const parts = [...counts].filter(([name]) => name.startsWith('values-'));
    expect(counts.get('values')).toBeGreaterThan(600);
    expect(counts.get('levels')).toBeGreaterThan(200);
    if (lang === 'en')
      expect(parts.reduce((sum, [, rows]) => sum + rows, 0)).toBe(counts.get('values'));
  }
}, 60_000);
