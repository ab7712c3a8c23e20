import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { verifyChain } from '../audit/chain.ts';
import { createUser, InvalidUser, type NewUser } from './create-user.ts';
import { ensureDemoAccounts } from './demo-accounts.ts';

const officer: NewUser = {
  email: 'officer@users.example',
  name: 'Officer',
  role: 'OFFICER',
  password: 'a long password',
};

describe('an account', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'framework' });
  });
  afterAll(() => test.stop());

  it('is made with a hash of its password and an audit event that names nobody', async () => {
    const { id } = await createUser(test.em(), officer);
    const [row] = await test
      .em()
      .execute<{ password_hash: string }[]>('select * from work.user_account where id = ?', [id]);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const events = JSON.stringify(
      await test.em().execute('select * from work.audit_event where subject = ?', [`user ${id}`]),
    );
    expect(events).toContain('OFFICER');
    expect(events).not.toContain('users.example');
    expect(await verifyChain(test.em())).toMatchObject({ ok: true });
  });

  it.each<[string, Partial<NewUser>]>([
    ['without an e-mail address', { email: 'officer' }],
    ['with a password shorter than 12 characters', { password: 'құпия сөз1' }],
    ['with a password longer than 256 characters', { password: 'ә'.repeat(257) }],
    ['as a reporter without an area', { role: 'REPORTER' }],
    ['as an officer with an area', { area: 'KAZ' }],
    ['as a reporter of an area that is not there', { role: 'REPORTER', area: 'ZZZ' }],
    ['with an address that has an account', { email: ' Reporter.KAZ@demo.example' }],
  ])('is refused %s', async (_what, wrong) => {
    await expect(
      createUser(test.em(), { ...officer, email: 'other@users.example', ...wrong }),
    ).rejects.toThrow(InvalidUser);
  });

  it('of the demonstration is made once', async () => {
    const count = () =>
      test.em().execute<{ n: number }[]>('select count(*)::int as n from work.user_account');
    const before = await count();
    await ensureDemoAccounts(test.em());
    expect(await count()).toEqual(before);
  });
});
