import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mailedToken } from '../../testing/account-links.ts';
import { cookiesOf } from '../../testing/account-requests.ts';
import { codes } from '../../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import {
  browser,
  codeOf,
  enrolled,
  forgetTries,
  ORIGIN,
  PASSWORD,
  person,
  shows,
} from '../../testing/second-factor.ts';
import { Invitation } from '../users/account-link.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import { ForgottenPasswordService } from './forgotten-password.service.ts';

const NEW = 'another long phrase';
let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({ settings: { demo: false, production: true, publicOrigin: ORIGIN } });
});
afterAll(() => api.stop());
beforeEach(() => forgetTries(api));

const ask = (email: string, at = browser(api)) => at.post('/auth/forgotten', { email });
const linksOf = async (email: string) => {
  const { id } = await api.em().findOneOrFail(UserAccount, { email });
  return api.em().count(Invitation, { userAccount: id });
};
/** Waits until the link exists: it is made after the answer was sent. */
async function linked(email: string, links = 1): Promise<void> {
  for (let tries = 0; (await linksOf(email)) < links; tries++) {
    if (tries > 200) throw new Error('No link was made.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a forgotten password', () => {
  it('is replaced by a link in a mail, once; all sessions end', async () => {
    const email = await person(api, 'DONOR');
    const at = browser(api);
    await at.signIn(email);
    expect(await at.me()).toBe(200);
    expect((await ask(email)).statusCode).toBe(202);
    await linked(email);
    const token = await mailedToken(api, email);
    expect(await at.me()).toBe(200);
    const accept = () => at.post('/auth/invitation/accept', { token, password: NEW });
    expect(codes((await accept()).json())).toEqual([]);
    expect(await at.me()).toBe(401);
    expect(codes((await accept()).json())).toEqual(['INVITATION_INVALID']);
    expect(codeOf(await browser(api).signIn(email))).toBe('UNAUTHENTICATED');
    expect((await browser(api).signIn(email, NEW)).json()).toMatchObject({ role: 'DONOR' });
  });

  it('is mailed with the link, which is in nothing that is stored', async () => {
    const email = await person(api, 'DONOR');
    await ask(email);
    await linked(email);
    const [mail] = await api
      .em()
      .execute<{ kind: string; text: string }[]>(
        `select kind, text from work.notification order by created_at desc limit 1`,
      );
    expect(mail?.kind).toBe('PASSWORD_FORGOTTEN');
    expect(mail?.text).toContain('30');
    const tables = ['invitation', 'notification', 'audit_event'];
    const rows = await Promise.all(tables.map((t) => api.em().execute(`select * from work.${t}`)));
    expect(JSON.stringify(rows)).not.toContain(await mailedToken(api, email));
  });

  it('leaves the second factor to be shown', async () => {
    const { email, secret } = await enrolled(api);
    await ask(email);
    await linked(email);
    const at = browser(api);
    const accepted = await at.post('/auth/invitation/accept', {
      token: await mailedToken(api, email),
      password: NEW,
    });
    expect(codes(accepted.json())).toEqual([]);
    expect(cookiesOf(accepted).join()).not.toMatch(/qadam=/);
    expect((await at.signIn(email, NEW)).json()).toMatchObject({ step: 'SHOW_FACTOR' });
    expect(codes((await at.factor('code', { code: shows(secret) })).json())).toEqual([]);
  });

  it('is answered alike whether there is an account, before anybody looked for it', async () => {
    const email = await person(api, 'DONOR');
    const disabled = await person(api, 'DONOR');
    await api
      .em()
      .execute('update work.user_account set disabled_at = now() where email = ?', [disabled]);
    // `send` never ends here, and the answer comes all the same
    const service = api.app.get(ForgottenPasswordService, { strict: false });
    const send = jest.spyOn(
      service as unknown as { send: (email: string) => Promise<void> },
      'send',
    );
    send.mockReturnValue(new Promise(() => undefined));
    const answers = [await ask(email), await ask('nobody@factor.example'), await ask(disabled)];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(202);
      expect(answer.body).toBe('{}');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    send.mockRestore();
    await ask(disabled);
    await ask(email);
    await linked(email);
    expect(await linksOf(disabled)).toBe(0);
  });

  it('has a link that lives for half an hour, and no second one in five minutes', async () => {
    const email = await person(api, 'DONOR');
    await ask(email);
    await linked(email);
    const first = await mailedToken(api, email);
    await ask(email);
    const other = await person(api, 'DONOR');
    await ask(other);
    await linked(other);
    expect(await linksOf(email)).toBe(1);
    const age = (minutes: number) =>
      api.em().execute(
        `update work.invitation set created_at = created_at - ? * interval '1 minute',
          expires_at = expires_at - ? * interval '1 minute'`,
        [minutes, minutes],
      );
    await age(29);
    const at = browser(api);
    expect((await at.post('/auth/invitation', { token: first })).statusCode).toBe(200);
    await age(1);
    expect((await at.post('/auth/invitation', { token: first })).statusCode).toBe(404);
    await ask(email);
    await linked(email, 2);
  });

  it('slows down who asks without end, and nobody’s sign-in', async () => {
    const email = await person(api, 'DONOR');
    for (let i = 0; i < 6; i++) expect((await ask(email)).statusCode).toBe(202);
    await api.em().execute(`update work.sign_in_failure set failures = 30 where key like 'mail %'`);
    expect(codeOf(await ask(email))).toBe('RATE_LIMITED');
    expect(codeOf(await ask('nobody@factor.example'))).toBe('RATE_LIMITED');
    expect((await ask(email, browser(api, '203.0.113.9'))).statusCode).toBe(202);
    expect((await browser(api).signIn(email, PASSWORD)).json()).toMatchObject({ role: 'DONOR' });
  });

  it.each([{}, { email: 1 }, { email: 'a@b.example', more: 1 }, { email: 'x'.repeat(255) }])(
    'is not asked for with %j',
    async (body) => {
      expect(codeOf(await browser(api).post('/auth/forgotten', body))).toBe('BAD_USER_INPUT');
    },
  );
});
