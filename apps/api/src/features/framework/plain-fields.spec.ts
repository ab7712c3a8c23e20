import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eachPlainField, isNumberField, PLAIN_FIELD_NAMES } from '@qadam/domain';
import { readSheet, saveSheet } from '../../testing/framework-fixture.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { openWorkbook } from '../../testing/workbook.ts';
import { contentHash } from '../releases/content-hash.ts';
import { ReleasesService } from '../releases/releases.service.ts';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => api.stop());

const SAID = eachPlainField((name) => (isNumberField(name) ? 9 : `SAID.${name}`.slice(0, 20)));

const released = async (release: string) => {
  const { data } = await api.publicQuery<{ indicator: { indicator: object } }>(
    `{ indicator(code: "A4.2", lang: en, release: "${release}") { indicator { ${PLAIN_FIELD_NAMES.join(' ')} } } }`,
  );
  return data?.indicator.indicator;
};

it('what is said at the desk in a plain field is in the table, the next release, the public API and the files', async () => {
  const before = await readSheet(api, 'A4.2');
  const { payload } = await saveSheet(api, before, SAID);
  expect(payload).toMatchObject({ indicator: SAID, problems: [] });
  const { number } = await new ReleasesService(api.em()).publishUnattended({
    ...{ asOfYear: 2025, annual: false, note: { en: 'With plain fields.' } },
  });
  if (number === null) throw new Error('no release');
  expect(await released(number)).toEqual(SAID);
  expect(await released('2026.1')).toEqual(eachPlainField((name) => before[name]));

  const metadata = await api.http(`/data/indicators/A4.2/metadata.json?release=${number}`);
  expect(metadata.json()).toMatchObject({ indicator: SAID });
  const all = await api.http(`/data/all.json?release=${number}&i=A4.2`);
  const [listed] = all.json<{ indicators: object[] }>().indicators;
  expect(listed).toMatchObject(SAID);
  const book = await openWorkbook((await api.http(`/data/all.xlsx?release=${number}`)).rawPayload);
  const cells = book.sheets.flatMap(({ rows }) => rows).flat();
  for (const value of Object.values(SAID)) expect(cells).toContainEqual(value);
});

it('a field that came later leaves the hash of earlier releases as it is', async () => {
  const releases = await api
    .em()
    .execute<{ sequence: number; hash: string }[]>(
      'select sequence, content_hash as hash from publication.release',
    );
  for (const { sequence, hash } of releases)
    expect(await contentHash(api.em(), sequence)).toBe(hash);
});
