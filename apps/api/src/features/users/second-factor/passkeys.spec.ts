import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codes } from '../../../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import {
  browser,
  type Browser,
  codeOf,
  type Enrolled,
  forgetTries,
  ORIGIN,
  person,
} from '../../../testing/second-factor.ts';
import { softPasskey } from '../../../testing/soft-passkey.ts';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({ settings: { demo: false, production: true, publicOrigin: ORIGIN } });
});
afterAll(() => api.stop());
beforeEach(() => forgetTries(api));

describe('a passkey', () => {
  async function withPasskey(role: 'OFFICER' | 'DONOR' = 'OFFICER') {
    const email = await person(api, role);
    const at = browser(api);
    await at.signIn(email);
    const key = softPasskey(ORIGIN);
    const options = (await at.factor('passkeys/options')).json<Parameters<typeof key.make>[0]>();
    const response = key.make(options);
    const answer = await at.factor('passkeys', { name: 'My telephone', response });
    expect(answer.json<Enrolled>()).toMatchObject({
      problems: [],
      account: role === 'OFFICER' ? { email } : null,
    });
    return { email, at, key, response };
  }
  const ask = async (at: Browser) =>
    (await at.factor('passkey/options')).json<
      Parameters<ReturnType<typeof softPasskey>['show']>[0]
    >();

  it('is set up and shown', async () => {
    const { email, key, at } = await withPasskey();
    expect((await at.read()).json()).toMatchObject({ passkeys: [{ name: 'My telephone' }] });
    const next = browser(api);
    expect((await next.signIn(email)).json()).toEqual({
      step: 'SHOW_FACTOR',
      factors: ['PASSKEY', 'RECOVERY_CODE'],
    });
    const shown = await next.factor('passkey', { response: key.show(await ask(next)) });
    expect(shown.json()).toMatchObject({ problems: [], account: { email } });
    expect(await next.me()).toBe(200);
  });

  it('signs once what it was asked: not a second time, not what was asked of another', async () => {
    const { email, key } = await withPasskey();
    const [one, other] = [browser(api), browser(api)];
    await one.signIn(email);
    await other.signIn(email);
    const response = key.show(await ask(one));
    expect(codes((await one.factor('passkey', { response })).json())).toEqual([]);
    expect(codes((await other.factor('passkey', { response })).json())).toEqual([
      'FACTOR_CODE_WRONG',
    ]);
    const stranger = await withPasskey();
    const foreign = stranger.key.show(await ask(other));
    expect(codes((await other.factor('passkey', { response: foreign })).json())).toEqual([
      'FACTOR_CODE_WRONG',
    ]);
    const made = browser(api);
    await made.signIn(email);
    const invented = key.show({ challenge: 'aW52ZW50ZWQ' });
    expect(codes((await made.factor('passkey', { response: invented })).json())).toEqual([
      'FACTOR_CODE_WRONG',
    ]);
  });

  it('of another site, or a copy that has not counted on, is refused', async () => {
    const { email, key } = await withPasskey();
    const at = browser(api);
    await at.signIn(email);
    key.rewind(1);
    const copied = key.show(await ask(at));
    expect(codes((await at.factor('passkey', { response: copied })).json())).toEqual([
      'FACTOR_CODE_WRONG',
    ]);
    const elsewhere = browser(api);
    await elsewhere.signIn(await person(api, 'OFFICER'));
    const foreign = softPasskey('https://evil.example');
    const options = (await elsewhere.factor('passkeys/options')).json<
      Parameters<typeof key.make>[0]
    >();
    const response = foreign.make(options);
    expect(codes((await elsewhere.factor('passkeys', { name: 'Key', response })).json())).toEqual([
      'PASSKEY_INVALID',
    ]);
  });

  it.each([{}, { response: 1 }, { response: { id: 1 } }, { response: { id: 'x' }, more: 1 }])(
    'refuses %j, which is no answer of a passkey',
    async (body) => {
      const { email } = await withPasskey();
      const at = browser(api);
      await at.signIn(email);
      expect(codeOf(await at.factor('passkey', body))).toBe('BAD_USER_INPUT');
    },
  );

  it('that nobody made is a wrong one, not a failure', async () => {
    const { email } = await withPasskey();
    const at = browser(api);
    await at.signIn(email);
    const answer = await at.factor('passkey', { response: { id: 'x', response: null } });
    expect(codes(answer.json())).toEqual(['FACTOR_CODE_WRONG']);
  });

  it('is removed by its owner only', async () => {
    const { at, email } = await withPasskey('DONOR');
    const { passkeys } = (await at.read()).json<{ passkeys: { id: string }[] }>();
    const other = await withPasskey('DONOR');
    const id = passkeys[0]?.id ?? '';
    expect(codes((await other.at.factor('passkeys/remove', { id })).json())).toEqual([
      'FACTOR_UNKNOWN',
    ]);
    expect(codes((await at.factor('passkeys/remove', { id })).json())).toEqual([]);
    expect((await browser(api).signIn(email)).json()).toMatchObject({ role: 'DONOR' });
  });
});
