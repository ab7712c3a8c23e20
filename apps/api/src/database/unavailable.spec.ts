import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../create-app.ts';
import { log } from '../http/log.ts';
import { startTestDatabase } from '../testing/database.ts';
import { isDatabaseAway, isStorageFull } from './unavailable.ts';

describe('without its database', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    log.level = 'silent';
    const database = await startTestDatabase();
    const settings = {
      demo: true,
      production: false,
      publicOrigin: 'http://localhost:3000',
      sessionSecret: 'x',
      sendsMail: false,
      contact: null,
      readsPerMinute: 0,
      evidenceQuotaMegabytes: 500,
      trustProxy: ['loopback'],
      reportingOrganisation: null,
    };
    app = await createApp({ databaseUrl: database.url, settings });
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
