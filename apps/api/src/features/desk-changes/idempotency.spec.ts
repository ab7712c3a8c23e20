import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../graphql/access.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { createUser } from '../users/create-user.ts';
import { once } from './desk-change.ts';

describe('an idempotency key', () => {
  let test: TestApp;
  let officer: Actor;
  let other: Actor;

  async function person(email: string): Promise<Actor> {
    const { id, name, role } = await createUser(test.em(), {
      email,
      name: email,
      role: 'OFFICER',
      password: 'a long password',
    });
    return { id, name, role, email, area: null, areas: null, organisation: null, lang: 'en' };
  }
  beforeAll(async () => {
    test = await startTestApp();
    [officer, other] = await Promise.all([
      person('one@idempotency.example'),
      person('two@idempotency.example'),
    ]);
  });
  afterAll(() => test.stop());

  let runs = 0;
  const ask = (actor: Actor, key: string, request: object) =>
    test.em().transactional((em) =>
      once(em, actor, key, request, async () => {
        runs++;
        const [row] = await em.execute<{ number: number }[]>('select ?::int as number', [runs]);
        return { run: row?.number, text: 'сақталды', nothing: null };
      }),
    );

  it('does the work once and repeats the answer', async () => {
    const first = await ask(officer, 'key-0001', { value: '1', area: 'KAZ' });
    expect(await ask(officer, 'key-0001', { area: 'KAZ', value: '1' })).toEqual(first);
    expect(runs).toBe(1);
  });

  it('does the work once when the same request comes twice at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask(officer, 'key-0002', { value: '2' })),
    );
    expect(new Set(answers.map((answer) => answer.run)).size).toBe(1);
    expect(runs).toBe(2);
  });

  it('refuses another request under the same key', async () => {
    await expect(ask(officer, 'key-0001', { value: '3', area: 'KAZ' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(runs).toBe(2);
  });

  it('is the person’s own: somebody else’s is another one', async () => {
    await ask(other, 'key-0001', { value: '3' });
    expect(runs).toBe(3);
  });

  it('keeps nothing of work that failed, so that it can be tried again', async () => {
    const fail = test
      .em()
      .transactional((em) =>
        once(em, officer, 'key-0003', {}, () => Promise.reject(new Error('no'))),
      );
    await expect(fail).rejects.toThrow('no');
    await ask(officer, 'key-0003', {});
    expect(runs).toBe(4);
  });

  it('is forgotten after 48 hours', async () => {
    await test
      .em()
      .execute(`update work.idempotent_answer set created_at = created_at - interval '49 hours'`);
    await ask(officer, 'key-0001', { value: 'another' });
    expect(runs).toBe(5);
  });

  it('is refused when it is no key', async () => {
    await expect(ask(officer, 'short', {})).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
