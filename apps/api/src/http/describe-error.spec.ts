import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createUser } from '../features/users/create-user.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { describeError } from './log.ts';

const person = {
  email: 'somebody@log.example',
  name: 'Somebody',
  role: 'OFFICER' as const,
  password: 'a long password',
};

describe('an error in the log', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    await createUser(test.em(), person);
  });
  afterAll(() => test.stop());

  it('says what the database refused and where, and no value of it', async () => {
    const error: unknown = await test
      .em()
      .execute(
        `insert into work.user_account (id, email, name, role, password_hash)
         select gen_random_uuid(), email, name, role, password_hash from work.user_account where email = ?`,
        [person.email],
      )
      .catch((refusal: unknown) => refusal);
    expect(String(error)).toContain(person.email); // so there is something that must be left out
    const described = JSON.stringify(describeError(error));
    expect(described).not.toContain('log.example');
    expect(described).not.toContain('$argon2id$');
    expect(described).toContain('23505');
    expect(described).toContain('user_account');
    expect(described).toContain('describe-error.spec.ts');
  });

  it('keeps the sentence of a fault of our own', () => {
    expect(describeError(new TypeError('a Decimal left as number'))).toMatchObject({
      type: 'TypeError',
      message: 'a Decimal left as number',
      stack: expect.stringContaining('at '),
    });
    expect(describeError('x')).toEqual({ type: 'string' });
  });
});
