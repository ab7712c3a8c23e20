import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDatabase } from '../testing/database.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { isDatabaseAway, isStorageFull } from './error-code.ts';

describe('without its database', () => {
  let app: TestApp['app'];
  beforeAll(async () => {
    const database = await startTestDatabase();
    ({ app } = await startTestApp({ database }));
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
    await database.stop();
  });
  afterAll(() => app.close());
  const cookie = `qadam=${'x'.repeat(43)}`;

  it('the server is alive and not ready', async () => {
    expect((await app.inject('/health/live')).statusCode).toBe(200);
    const ready = await app.inject('/health/ready');
    expect(ready.statusCode).toBe(503);
    expect(ready.json()).toMatchObject({ status: 'no database' });
  });

  it('it asks to come back later', async () => {
    const answer = await app.inject({ url: '/auth/me', headers: { cookie } });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAVAILABLE', retryAfter: 5 } }],
    });
  });

  it('it says so in GraphQL too, and nothing about the database', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/work/graphql',
      headers: { cookie },
      payload: { query: '{ me { id } }' },
    });
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect(answer.body).not.toMatch(/ECONN|postgres|127\.0\.0\.1/);
  });
});

describe('an error', () => {
  it.each(['ECONNREFUSED', '57P01', '57P02', '57P03', '08006', '53200', '53300', '25P03'])(
    '%s means that the database is away, however deep it is',
    (code) => {
      const cause = Object.assign(new Error('x'), { code });
      expect(isDatabaseAway(new Error('wrapped', { cause }))).toBe(true);
    },
  );

  it.each(['Query read timeout', 'timeout expired', 'Client was closed and is not queryable'])(
    'without a code means so too: %s',
    (message) => {
      expect(isDatabaseAway(new Error(message))).toBe(true);
    },
  );

  it('tells a full disk from a database that is away for a moment', () => {
    const withCode = (code: string) => Object.assign(new Error('x'), { code });
    expect(isStorageFull(withCode('53100'))).toBe(true);
    expect(isStorageFull(withCode('53200'))).toBe(false);
  });

  it.each(['23505', '42P01', '40001'])('%s does not', (code) => {
    expect(isDatabaseAway(Object.assign(new Error('x'), { code }))).toBe(false);
  });
});
