import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { userCommand } from './user-command.ts';

describe('user add', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    // at a keyboard: nobody pipes a password in
    Object.defineProperty(process.stdin, 'isTTY', { value: true, configurable: true });
  });
  afterAll(() => test.stop());

  it('prints the password once, and names nobody in the audit chain', async () => {
    const printed: string[] = [];
    jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
    const asked = ['--email', 'new@users.example', '--name', 'A New Person', '--role', 'OFFICER'];
    await userCommand(test.orm, ['add', ...asked]);
    jest.restoreAllMocks();
    expect(printed).toEqual([
      'new@users.example is OFFICER.',
      expect.stringMatching(/^Password, shown only now: [\w-]{24}$/),
    ]);
    const chain = JSON.stringify(await test.em().execute('select * from work.audit_event'));
    expect(chain).toContain('CREATE_USER');
    expect(chain).not.toMatch(/users\.example|New Person/);
  });
});
