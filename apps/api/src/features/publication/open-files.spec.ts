import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

const DOCUMENT = randomUUID();
let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  await test
    .em()
    .execute('insert into publication.document_content (document, content) values (?, ?)', [
      DOCUMENT,
      Buffer.from('%PDF-1.7'),
    ]);
}, 120_000);
afterAll(() => test.stop());

describe.each([
  '/data/values/2026.2/A4.2/KGZ/2018?urbanisation=R',
  `/data/documents/${DOCUMENT}`,
  '/data/schema.graphql',
  '/data/all.csv?c=KGZ',
  '/data/levels.csv',
  '/data/indicators/A4.2/metadata.json',
  '/data/datapackage.json',
  '/data/table-schema.json',
  '/data/catalog.jsonld',
  '/data/all.csv-metadata.json',
  '/sdmx/data/DF_INDICATORS/A.KG.A4_2',
  '/sdmx/structure/dataflow/QADAM/*/1.0.0',
  '/sdmx/metadata/metadataset/QADAM/A4_2',
  '/iati/activities/KAZ.xml',
  '/feeds/releases.xml',
  '/dhis2/adx.xml?c=KGZ',
  '/dhis2/metadata.json',
])('%s', (url) => {
  it('is not sent again to who has it, however the tag is written', async () => {
    const { statusCode, headers } = await test.http(url);
    const { etag, 'cache-control': policy } = headers;
    expect([statusCode, etag]).toEqual([200, expect.stringMatching(/^"[^"]*"$/)]);
    for (const tag of [etag, `W/${String(etag)}`, `"x", ${String(etag)}`, '*']) {
      const again = await test.http({ url, headers: { 'if-none-match': String(tag) } });
      expect([again.statusCode, again.body]).toEqual([304, '']);
      expect(again.headers).toMatchObject({ etag, 'cache-control': policy });
    }
    const other = await test.http({ url, headers: { 'if-none-match': '"x", W/"y"' } });
    expect(other.statusCode).toBe(200);
  });
});
