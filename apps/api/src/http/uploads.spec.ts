import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../testing/reporting-fixture.ts';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
});
afterAll(() => api.stop());

const HEAD = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
const OTHER = HEAD.replace('"file"', '"other"');

describe.each(['/evidence?area=KGZ', '/imports?country=KGZ&cycle=2025'])(
  'an upload to %s',
  (url) => {
    it.each([
      ['ends amid the file', `${HEAD}code,value`, 'multipart/form-data; boundary=b'],
      ['has no boundary', `${HEAD}code\r\n--b--\r\n`, 'multipart/form-data; charset=utf-8'],
      ['holds no file', '--b--\r\n', 'multipart/form-data; boundary=b'],
      ['has another field', `${OTHER}code\r\n--b--\r\n`, 'multipart/form-data; boundary=b'],
    ])('that %s is refused as a wrong question', async (_what, payload, type) => {
      const headers = {
        ...{ 'x-qadam': '1', cookie: await api.cookie(PEOPLE.kgz) },
        'content-type': type,
      };
      const { statusCode, body } = await api.http({ method: 'POST', url, payload, headers });
      expect({ statusCode, body }).toEqual({
        statusCode: 400,
        body: expect.stringContaining('BAD_USER_INPUT'),
      });
    });
  },
);
