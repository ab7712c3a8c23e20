import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/harness.ts';

/** How the forms that anybody may send without an account could be used against others. */
let test: TestApp;
let network = 0;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { contact: 'office@qadam.example' } });
}, 120_000);
beforeEach(async () => {
  network += 1;
  await test.em().execute('delete from work.notification');
  await test.em().execute('delete from work.subscriber');
});
afterAll(() => test.stop());

const FORM = 'application/x-www-form-urlencoded';
interface Asked {
  fields: Record<string, string> | string;
  headers?: Record<string, string>;
}
const post = (url: string, { fields, headers = {} }: Asked) =>
  test.http({
    method: 'POST',
    url,
    headers: {
      'content-type': FORM,
      accept: 'application/json',
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': `203.0.113.${String(network)}`,
      ...headers,
    },
    payload: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  });
const report = (fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  post('/en/about/report', {
    fields: { about: 'indicators/A4.2', text: 'Wrong.', email: '', ...fields },
    headers,
  });
const ask = (fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  post('/en/about/news', { fields: { email: 'a@mail.example', about: 'all', ...fields }, headers });
const mails = () =>
  test
    .em()
    .execute<{ subject: string; text: string; html: string; address: string | null }[]>(
      `select subject, text, html, address from work.notification`,
    );

describe('a public form', () => {
  it.each([
    ['report', report],
    ['subscription', ask],
  ])('is refused to a page of another site: %s', async (_, send) => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'content-type': 'text/plain' },
    ])
      expect((await send({}, headers)).statusCode).toBeGreaterThanOrEqual(400);
    expect(await mails()).toEqual([]);
  });

  it('takes no cookie, sets none and is never stored', async () => {
    const answer = await report({}, { cookie: await test.cookie('officer@demo.example') });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['a field more', 'about=a&text=b&email=&cc=x%40mail.example'],
    ['a field twice', 'about=a&text=b&text=c&email='],
    ['a name of the language itself', '__proto__=x&text=b'],
  ])('takes nothing with %s', async (_, fields) => {
    const answer = await post('/en/about/report', { fields });
    expect(answer.statusCode).toBe(400);
    expect(await mails()).toEqual([]);
  });

  it('takes no body larger than a form can be', async () => {
    const answer = await report({ text: 'x'.repeat(40_000) });
    expect(answer.statusCode).toBe(413);
    expect(await mails()).toEqual([]);
  });

  it('cannot put a header, another recipient or a word of ours into the mail', async () => {
    await report({
      text: 'One\r\nBcc: all@mail.example\r\n\r\n--\r\nQadam sent this\u202Eesrever',
      email: '',
    });
    const [mail] = await mails();
    expect(mail?.address).toBe('office@qadam.example');
    expect(mail?.subject).not.toMatch(/[\r\n]|Bcc/);
    expect(mail?.text).toContain('> Bcc: all@mail.example');
    expect(mail?.text).toContain('> --\n> Qadam sent this');
    expect(mail?.text).not.toContain('\u202E');
    expect((await report({ email: 'a@mail.example\r\nBcc: b@mail.example' })).json()).toMatchObject(
      {
        problems: [{ code: expect.stringMatching(/^EMAIL_/) }],
      },
    );
  });

  it('writes what a reader typed as text: no element, no address of another site to press', async () => {
    await report({ text: '<img src=x onerror=alert(1)><a href="https://evil.example">here</a>' });
    const [mail] = await mails();
    expect(mail?.html).not.toMatch(/<img|href="https:\/\/evil/);
    for (const about of ['//evil.example', 'https://evil.example', '../work', 'a b', 'x?y=%0d%0a'])
      expect((await report({ about })).json()).toMatchObject({
        problems: [{ code: 'TEXT_INVALID', field: 'about' }],
      });
  });

  it('is open ten times an hour to one network, whatever addresses it uses', async () => {
    const codes = [];
    for (let i = 0; i < 11; i += 1)
      codes.push((await report()).json<{ problems: { code: string }[] }>().problems[0]?.code);
    expect(codes.slice(0, 10)).toEqual(Array(10).fill(undefined));
    expect(codes[10]).toBe('TOO_OFTEN');
    network += 1;
    expect((await report()).json()).toEqual({ problems: [] });
  });

  it('ends for the day when a mailbox would be filled from many networks', async () => {
    await test.em().execute(`insert into work.notification
      (id, key, kind, address, language, subject, text, html, job, created_at, changed_at)
      select gen_random_uuid(), 'error-report:' || i, 'ERROR_REPORT', 'office@qadam.example', 'en', '', '', '', gen_random_uuid(), now(), now()
      from generate_series(1, 200) i`);
    expect((await report()).json()).toMatchObject({ problems: [{ code: 'TOO_OFTEN' }] });
  });

  it('answers alike whether the address has an account, a subscription, or is new', async () => {
    const answers = [];
    for (const email of ['officer@demo.example', 'new@mail.example', 'new@mail.example'])
      answers.push((await ask({ email })).body);
    expect(new Set(answers)).toEqual(new Set(['{"problems":[]}']));
  });

  it('fills no mailbox of somebody else: one mail an hour to an address', async () => {
    for (const about of ['all', 'KAZ', 'A4', 'A5'])
      await ask({ email: 'victim@mail.example', about });
    expect(await mails()).toHaveLength(1);
  });

  it('lets nobody confirm or end what is not theirs', async () => {
    await ask({ email: 'victim@mail.example' });
    const [asked] = await test.em().execute<{ id: string }[]>('select id from work.subscriber');
    const id = asked?.id ?? '';
    const [mail] = await mails();
    const right = decodeURIComponent(/token=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '');
    for (const token of ['', id, `${id}.x`, `${right}x`, `x${right}`, `${id}.${'A'.repeat(43)}`]) {
      const confirmed = await post('/en/about/news/confirm', { fields: { token } });
      expect(confirmed.json()).toMatchObject({ problems: [{ code: 'LINK_INVALID' }] });
    }
    // The right to confirm a subscription is neither a right to end it, nor to end the mails of an account.
    const ended = await test.http({
      method: 'POST',
      url: `/en/unsubscribe?token=${encodeURIComponent(right)}`,
    });
    expect(ended.statusCode).toBe(404);
    const [row] = await test
      .em()
      .execute<{ confirmed: boolean }[]>(
        'select confirmed_at is not null as confirmed from work.subscriber',
      );
    expect(row).toEqual({ confirmed: false });
  });

  it('leads a browser without JavaScript back to its own page only', async () => {
    const answer = await report({ about: 'indicators/A4.2' }, { accept: 'text/html' });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/en/about/report?about=indicators%2FA4.2&said=sent');
    const strange = await post('/%2F%2Fevil.example/about/report', {
      fields: { about: '', text: 'x', email: '' },
      headers: { accept: 'text/html' },
    });
    expect(strange.statusCode).toBe(404);
  });
});
