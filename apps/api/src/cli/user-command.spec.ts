import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { readEnv } from '../config/env.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { mailedToken } from '../testing/account-links.ts';
import { Authenticator } from '../features/users/second-factor/second-factor.entity.ts';
import { UserAccount } from '../features/users/user-account.entity.ts';
import { adminRequests } from '../testing/admin-requests.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../testing/reporting-fixture.ts';
import { userCommand } from './user-command.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  await reportingFixture(test.em());
  // a terminal, so no password is read from a pipe
  Object.defineProperty(process.stdin, 'isTTY', { value: true, configurable: true });
});
afterAll(() => test.stop());

const printed: string[] = [];
beforeEach(() => {
  printed.length = 0;
  jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  jest.restoreAllMocks();
});
function run(...args: string[]): Promise<void> {
  const { secrets } = test.app.get<Settings>(SETTINGS, { strict: false });
  return userCommand(test.orm, args, readEnv({ SESSION_SECRET: secrets.join() }));
}
const invite = (email: string) =>
  adminRequests(test).change(PEOPLE.admin, 'inviteUser', { email, name: email, role: 'OFFICER' });

describe('user add', () => {
  it('prints the password once, and names nobody in the audit chain', async () => {
    await run('add', '--email', 'new@users.example', '--name', 'A New Person', '--role', 'OFFICER');
    expect(printed).toEqual([
      'new@users.example is OFFICER.',
      expect.stringMatching(/^Password, shown only now: [\w-]{24}$/),
    ]);
    const chain = JSON.stringify(await test.em().execute('select * from work.audit_event'));
    expect(chain).toContain('CREATE_USER');
    expect(chain).not.toMatch(/users\.example|New Person/);
  });
});

describe('user link', () => {
  it('prints the open link of an account, in its language', async () => {
    await invite('invited@users.example');
    await run('link', '--email', 'Invited@users.example');
    const token = await mailedToken(test, 'invited@users.example');
    expect(printed).toEqual([
      `For invited@users.example, once: http://localhost:3000/ru/account/invitation#token=${token}`,
    ]);
  });

  it('says where there is none', async () => {
    await expect(run('link', '--email', PEOPLE.donor)).rejects.toThrow(/No link .* is open/);
    await expect(run('link', '--email', 'nobody@users.example')).rejects.toThrow(/There is no/);
  });
});

describe('user confirm', () => {
  it('is the second person where there is no other, in the audit chain without an actor', async () => {
    await invite('second@users.example');
    await run('confirm', '--email', 'second@users.example');
    expect(printed).toEqual(['second@users.example is confirmed (INVITED).']);
    const [event] = await test
      .em()
      .execute(`select operation, actor from work.audit_event order by number desc limit 1`);
    expect(event).toEqual({ operation: 'CONFIRM_ACCOUNT', actor: null });
    await expect(run('confirm', '--email', 'second@users.example')).rejects.toThrow(/not wait/);
  });
});

describe('user reset-second-factor', () => {
  it('takes a lost factor away where nobody else can, in the audit chain without an actor', async () => {
    const { id } = await test.em().findOneOrFail(UserAccount, { email: PEOPLE.admin });
    await test.em().insert(Authenticator, { userAccount: id, sealedSecret: 'sealed', lastStep: 0 });
    await run('reset-second-factor', '--email', PEOPLE.admin);
    expect(printed).toEqual([`${PEOPLE.admin} has no second factor any more.`]);
    expect(await test.em().count(Authenticator, {})).toBe(0);
    const [event] = await test
      .em()
      .execute(`select operation, actor from work.audit_event order by number desc limit 1`);
    expect(event).toEqual({ operation: 'RESET_SECOND_FACTOR', actor: null });
    await expect(run('reset-second-factor', '--email', PEOPLE.admin)).rejects.toThrow(/has no/);
  });
});
