import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { Health } from './health.ts';

describe('the server', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ settings: { publicOrigin: 'https://qadam.example' } });
  });
  afterAll(() => test.stop());

  it.each(['/health/live', '/nothing/here', '/graphql?query={__typename}', '/auth/me'])(
    'sends %s with headers that lock it up',
    async (url) => {
      const { headers } = await test.http(url);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
      expect(headers['strict-transport-security']).toContain('max-age=31536000');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['server']).toBeUndefined();
    },
  );

  it('answers an unknown address with a code', async () => {
    const answer = await test.http('/nothing/here');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toEqual({
      errors: [
        {
          message: expect.any(String),
          extensions: { code: 'NOT_FOUND', requestId: expect.any(String) },
        },
      ],
    });
  });

  it('is ready while its database answers', async () => {
    expect((await test.http('/health/live')).json()).toEqual({
      status: 'live',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect((await test.http('/health/ready')).json()).toMatchObject({ status: 'ready' });
  });

  it('is not ready while a migration is missing', async () => {
    const [last] = await test
      .em()
      .execute<{ id: number }[]>(
        `update public.mikro_orm_migrations set name = 'x' || name where id = (select max(id) from public.mikro_orm_migrations) returning id`,
      );
    const answer = await test.http('/health/ready');
    expect(answer).toMatchObject({ statusCode: 503 });
    expect(answer.json()).toMatchObject({ status: 'not migrated' });
    await test
      .em()
      .execute('update public.mikro_orm_migrations set name = substr(name, 2) where id = ?', [
        last?.id,
      ]);
  });

  it('is not ready when it is about to stop, and still answers', async () => {
    test.app.get(Health, { strict: false }).drain();
    const answer = await test.http('/health/ready');
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.json()).toMatchObject({ status: 'draining' });
    expect((await test.http('/graphql?query={__typename}')).json()).toEqual({
      data: { __typename: 'Query' },
    });
  });
});
