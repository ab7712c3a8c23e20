import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { languages } from '@qadam/i18n';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

it.each(languages)('what can be taken away is there as it was said in %s', async (lang) => {
  const QUERY = `query ($lang: Language!) { openData(lang: $lang) { files { path mediaType bytes } } }`;
  const { files } = (await test.publicQuery(QUERY, { lang })).data.openData;
  expect(files.length).toBeGreaterThan(3);
  for (const { path, mediaType, bytes } of files) {
    const file = await test.http(path);
    expect([file.statusCode, file.headers['content-type'], file.rawPayload.length]).toEqual([
      200,
      mediaType,
      bytes,
    ]);
  }
});
