import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CannotStart, readEnv } from '../config/env.ts';
import { createUser } from '../features/users/create-user.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { refuseInsecure } from './refuse-insecure.ts';

const secure = { SESSION_SECRET: 'x'.repeat(32), PUBLIC_ORIGIN: 'https://qadam.example' };

describe('a production start', () => {
  let test: TestApp;
  let url: string;
  beforeAll(async () => {
    test = await startTestApp();
    url = test.orm.config.get('clientUrl');
  });
  afterAll(() => test.stop());

  async function problemsOf(
    variables: Record<string, string>,
    databaseUrl = url,
  ): Promise<readonly string[]> {
    try {
      await refuseInsecure(readEnv({ DATABASE_URL: databaseUrl, ...variables }), databaseUrl);
      return [];
    } catch (error) {
      if (error instanceof CannotStart) return error.problems;
      throw error;
    }
  }

  it('is allowed on a database that has no public passwords', async () => {
    expect(await problemsOf(secure)).toEqual([]);
  });

  it('says when the database does not answer', async () => {
    expect(await problemsOf(secure, 'postgresql://qadam@127.0.0.1:1/qadam')).toEqual([
      expect.stringMatching(/^the database at DATABASE_URL does not answer: .*ECONNREFUSED/),
    ]);
  });

  it('is refused with demonstration accounts in the database, together with all that is insecure', async () => {
    const account = {
      email: 'officer@demo.example',
      name: 'Officer',
      role: 'OFFICER' as const,
      password: 'demo-Qadam-2026',
    };
    await createUser(test.em(), account);
    expect(await problemsOf({})).toEqual([
      'insecure settings: PUBLIC_ORIGIN is not https.',
      'insecure settings: SESSION_SECRET is not set.',
      'insecure settings: demonstration accounts are in the database (officer@demo.example).',
    ]);
    expect(await problemsOf({ QADAM_DEMO: '1' })).toEqual([]);
  });

  it('is allowed again when they are disabled', async () => {
    await test.em().execute('update work.user_account set disabled_at = now()');
    expect(await problemsOf(secure)).toEqual([]);
  });
});
