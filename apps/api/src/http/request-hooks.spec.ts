import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework', settings: { contact: 'safety@qadam.example' } });
});
afterAll(() => test.stop());

describe('every answer', () => {
  it.each(['/health/live', '/graphql?query={__typename}', '/no/such/address', '/data/all.csv'])(
    'forbids pages of others to use it, and itself what it does not need: %s',
    async (url) => {
      const { headers } = await test.http(url);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('geolocation=()'),
      });
    },
  );
});

describe('the desks', () => {
  const ask = async (headers: Record<string, string>) => {
    const cookie = await test.cookie('officer@demo.example');
    const answer = await test.http({
      method: 'POST',
      url: '/work/graphql',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      payload: { query: '{ me { role } }' },
    });
    return answer.statusCode;
  };

  it.each(['cross-site', 'same-site'])('answer no page of another site: %s', async (site) => {
    expect(await ask({ 'sec-fetch-site': site })).toBe(403);
    expect(await ask({ 'sec-fetch-site': site, origin: 'http://localhost:3000' })).toBe(403);
  });

  it('answer their own page, and programs that are no browser', async () => {
    expect(await ask({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await ask({})).toBe(200);
  });
});

describe('security.txt', () => {
  it('says where to report a weakness, and until when that holds', async () => {
    const { statusCode, body, headers } = await test.http('/.well-known/security.txt');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(body).toMatch(/^Contact: mailto:safety@qadam\.example$/m);
    const [, expires = ''] = /^Expires: (.*)$/m.exec(body) ?? [];
    const days = (Date.parse(expires) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(170);
    expect(days).toBeLessThan(365);
  });

  it('is not there where there is nobody to write to', async () => {
    const other = await startTestApp();
    try {
      expect((await other.http('/.well-known/security.txt')).statusCode).toBe(404);
    } finally {
      await other.stop();
    }
  });
});
