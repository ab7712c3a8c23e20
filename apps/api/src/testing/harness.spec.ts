import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CurrentRelease } from '../features/releases/current-release.ts';
import { startTestApp, type TestApp } from './harness.ts';

describe('the harness', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'framework' });
  });
  afterAll(() => test.stop());

  it('counts what is asked of the database, not the transaction around it', async () => {
    const two = () =>
      test.em().transactional(async (em) => {
        await em.execute('select 1');
        await em.execute('select 2');
      });
    expect(await test.statements(two)).toBe(2);
  });

  it('does not count which release is current, which a slow machine may ask for at any time', async () => {
    const current = test.app.get(CurrentRelease, { strict: false });
    current.forget();
    expect(await test.statements(() => current.edition())).toBe(0);
  });

  it('signs in whoever is named', async () => {
    const { data } = await test.work<{ me: object }>(
      'reporter.kgz@demo.example',
      '{ me { role area } }',
    );
    expect(data).toEqual({ me: { role: 'REPORTER', area: 'KGZ' } });
  });
});
