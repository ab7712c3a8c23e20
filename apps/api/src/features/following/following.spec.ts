import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyChain } from '../audit/chain.ts';
import { DeliveryService } from '../notifications/delivery.service.ts';
import { PlannerService } from '../notifications/planner.service.ts';
import type { Message } from '../notifications/transport.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { serverWork } from '../../testing/server-work.ts';

const FOLLOWING = `following { follows { kind code name { text } } views { id name path } monthly } problems { code field }`;
const MUTATIONS = {
  follow: 'FollowInput',
  unfollow: 'FollowInput',
  saveView: 'SaveViewInput',
  renameView: 'RenameViewInput',
  deleteView: 'DeleteViewInput',
  chooseMonthly: 'ChooseMonthlyInput',
} as const;
interface Following {
  follows: { kind: string; code: string; name: { text: string } }[];
  views: { id: string; name: string; path: string }[];
  monthly: boolean;
}
interface Payload {
  following: Following;
  problems: { code: string }[];
}

const donor = 'donor@demo.example';
const officer = 'officer@demo.example';
const everybody = ['donor', 'reporter.kgz', 'officer', 'admin', 'auditor'];

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => api.stop());
beforeEach(async () => {
  for (const table of ['follow', 'saved_view', 'follower', 'notification'])
    await api.em().execute(`delete from work.${table}`);
});

async function change(who: string | null, name: keyof typeof MUTATIONS, input: object) {
  const { data, errors } = await api.work<Record<string, Payload>>(
    who,
    `mutation ($input: ${MUTATIONS[name]}!) { ${name}(input: $input) { ${FOLLOWING} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  return {
    refusal: errors?.[0]?.extensions.code,
    problems: data?.[name]?.problems.map(({ code }) => code),
    following: data?.[name]?.following,
  };
}
const read = async (who: string) =>
  (
    await api.work<{ following: Following }>(
      who,
      `{ following(lang: en) { follows { kind code name { text } } views { id name path } monthly } }`,
    )
  ).data?.following;
const A6 = { kind: 'ACTION', code: 'A6' };
const events = async () =>
  api
    .em()
    .execute<{ operation: string; subject: string; after: object | null }[]>(
      `select operation, subject, after from work.audit_event where operation in ('FOLLOW', 'UNFOLLOW', 'SAVE_VIEW', 'RENAME_VIEW', 'DELETE_VIEW', 'CHOOSE_DIGEST') order by number`,
    );

describe('following', () => {
  it('is open to every role that is signed in, and to nobody else', async () => {
    for (const name of everybody) {
      const { following, refusal } = await change(`${name}@demo.example`, 'follow', A6);
      expect([name, refusal, following?.follows.map(({ code }) => code)]).toEqual([
        name,
        undefined,
        ['A6'],
      ]);
    }
    expect((await change(null, 'follow', A6)).refusal).toBe('UNAUTHENTICATED');
    for (const query of ['following(lang: en) { monthly }', 'news(lang: en) { to }'])
      expect((await api.work(null, `{ ${query} }`)).errors?.[0]?.extensions.code).toBe(
        'UNAUTHENTICATED',
      );
    expect((await api.work(null, 'mutation { recordVisit }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('is read by nobody else', async () => {
    await change(donor, 'follow', A6);
    expect((await read(officer))?.follows).toEqual([]);
  });

  it('lists countries, actions and indicators by their names, each once', async () => {
    for (const input of [
      { kind: 'INDICATOR', code: 'A6.1' },
      A6,
      A6,
      { kind: 'COUNTRY', code: 'KGZ' },
    ])
      await change(donor, 'follow', input);
    const { follows } = (await read(donor)) ?? { follows: [] };
    expect(follows.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'COUNTRY KGZ',
      'ACTION A6',
      'INDICATOR A6.1',
    ]);
    expect(follows[0]?.name.text).toBe('Kyrgyzstan');
    const { following } = await change(donor, 'unfollow', A6);
    expect(following?.follows.map(({ code }) => code)).toEqual(['KGZ', 'A6.1']);
  });

  it('of what was never published is like following nothing that exists', async () => {
    for (const input of [
      { kind: 'ACTION', code: 'Z9' },
      { kind: 'COUNTRY', code: 'CA4' },
      { kind: 'INDICATOR', code: 'A6' },
    ])
      expect([input, (await change(donor, 'follow', input)).refusal]).toEqual([input, 'NOT_FOUND']);
  });

  it('leaves in the chain that it began and ended, once, and not with what', async () => {
    const known = (await events()).length;
    const key = { idempotencyKey: randomUUID() };
    await change(donor, 'follow', { ...A6, ...key });
    await change(donor, 'follow', { ...A6, ...key });
    await change(donor, 'follow', A6);
    await change(donor, 'unfollow', A6);
    await change(donor, 'unfollow', A6);
    const told = (await events()).slice(known);
    expect(told.map(({ operation }) => operation)).toEqual(['FOLLOW', 'UNFOLLOW']);
    expect(JSON.stringify(told)).not.toContain('A6');
    expect(await verifyChain(api.em())).toMatchObject({ ok: true });
  });

  it('refuses a key that was used for another request', async () => {
    const key = { idempotencyKey: randomUUID() };
    await change(donor, 'follow', { ...A6, ...key });
    expect((await change(donor, 'unfollow', { ...A6, ...key })).refusal).toBe('CONFLICT');
  });
});

describe('a saved view', () => {
  const view = { name: ' Crisis  centres ', path: '/ru/actions/A6?scale=own' };

  it('is kept under its name, renamed and deleted by whoever saved it', async () => {
    const saved = (await change(donor, 'saveView', view)).following?.views[0];
    expect(saved).toMatchObject({ name: 'Crisis centres', path: view.path });
    const renamed = await change(donor, 'renameView', { view: saved?.id, name: 'Shelters' });
    expect(renamed.following?.views).toEqual([{ ...saved, name: 'Shelters' }]);
    expect((await change(donor, 'deleteView', { view: saved?.id })).following?.views).toEqual([]);
  });

  it('leads to public pages of this site only', async () => {
    for (const path of ['//evil.example', 'https://evil.example', '/en/admin', '/en\\x', ''])
      expect([path, (await change(donor, 'saveView', { ...view, path })).problems]).toEqual([
        path,
        ['VIEW_NOT_PUBLIC'],
      ]);
    expect((await change(donor, 'saveView', { ...view, name: ' ' })).problems).toEqual([
      'VIEW_NAME_MISSING',
    ]);
    expect((await read(donor))?.views).toEqual([]);
  });

  it('of somebody else is like one that does not exist', async () => {
    const saved = (await change(donor, 'saveView', view)).following?.views[0]?.id;
    for (const id of [saved, randomUUID(), 'none']) {
      expect((await change(officer, 'renameView', { view: id, name: 'x' })).refusal).toBe(
        'NOT_FOUND',
      );
      expect((await change(officer, 'deleteView', { view: id })).refusal).toBe('NOT_FOUND');
    }
    expect((await read(donor))?.views).toHaveLength(1);
  });

  it('is the fiftieth at most', async () => {
    await api.em().execute(
      `insert into work.saved_view (id, user_account, name, path)
       select gen_random_uuid(), u.id, n::text, '/en' from work.user_account u, generate_series(1, 50) n where u.email = ?`,
      [donor],
    );
    expect((await change(donor, 'saveView', view)).problems).toEqual(['TOO_MANY_VIEWS']);
    expect((await change(officer, 'saveView', view)).problems).toEqual([]);
  });
});

/** Sets the last visit of the demonstration’s donor, so that it was before the second release. */
async function visitedAt(release: string, at = '2026-05-12T09:00:00Z'): Promise<void> {
  await api.em().execute(
    `insert into work.follower (user_account, looked_at, looked_release) select id, ?::timestamptz, ? from work.user_account where email = ?
     on conflict (user_account) do update set looked_at = excluded.looked_at, looked_release = excluded.looked_release`,
    [at, release, donor],
  );
}
const look = () => api.work(donor, 'mutation { recordVisit }');
interface News {
  since: string;
  from: string;
  to: string;
  narrowed: boolean;
  counts: { newValues: number | null; statuses: number };
  items: { subject: string; area: string; class: string }[];
}
const news = async () =>
  (
    await api.work<{ news: News | null }>(
      donor,
      `{ news(lang: en) { since from to narrowed counts { newValues revised actions statuses targets others } items { subject area class } } }`,
    )
  ).data?.news;

describe('news since the last visit', () => {
  it('are none at the first', async () => {
    expect(await news()).toBeNull();
    await look();
    expect(await news()).toBeNull();
  });

  it('tell what was released since, of what is followed', async () => {
    await visitedAt('2026.1');
    await look();
    expect(await news()).toMatchObject({
      since: '2026-05-12T15:00:00+06:00',
      from: '2026.1',
      to: '2026.2',
      narrowed: false,
    });
    await change(donor, 'follow', { kind: 'COUNTRY', code: 'KGZ' });
    const told = await news();
    expect(told?.narrowed).toBe(true);
    expect(told?.items.length).toBeGreaterThan(0);
    expect(told?.items.filter(({ area }) => area !== 'KGZ')).toEqual([]);
    expect(told?.counts.newValues).toBe(told?.items.filter((item) => item.class === 'NEW').length);
  });

  it('stay the same while the visit goes on', async () => {
    await visitedAt('2026.1');
    await look();
    await look();
    expect(await news()).toMatchObject({ from: '2026.1' });
  });

  it('are read in a bounded number of statements', async () => {
    await visitedAt('2026.1');
    await look();
    await change(donor, 'follow', A6);
    expect(await api.statements(news)).toBeLessThanOrEqual(10);
  });

  it('come from the releases alone: what is at work changes nothing', async () => {
    await visitedAt('2026.1');
    await look();
    const before = await news();
    await api.em().execute(`update work.observation set state = 'RETURNED' where state = 'DRAFT'`);
    expect(await news()).toEqual(before);
  });
});

describe('the monthly mail', () => {
  const planAt = async (at: string) => {
    await serverWork(api, PlannerService).plan(new Date(at));
    return api
      .em()
      .execute<{ id: string; subject: string; text: string; html: string; language: string }[]>(
        `select n.id, n.subject, n.text, n.html, n.language from work.notification n where kind = 'FOLLOWED' order by n.created_at`,
      );
  };
  /** Asks for the monthly mail and moves the start before the second release, as if it had been asked for long ago. */
  const asked = async () => {
    await change(donor, 'chooseMonthly', { monthly: true });
    await api
      .em()
      .execute(`update work.follower set digest_month = '2030-01', digest_release = '2026.1'`);
  };

  it('is off until somebody asks for it, and begins with the next release', async () => {
    expect((await read(donor))?.monthly).toBe(false);
    await change(donor, 'follow', A6);
    expect(await planAt('2031-02-03T06:00:00Z')).toEqual([]);
    expect((await change(donor, 'chooseMonthly', { monthly: true })).following?.monthly).toBe(true);
    expect(await planAt('2031-02-03T06:00:00Z')).toEqual([]);
  });

  it('comes once a month, with names and counts and no value, in the language of its reader', async () => {
    await change(donor, 'follow', A6);
    await asked();
    expect(await planAt('2030-02-01T01:00:00Z')).toEqual([]);
    const [mail, ...others] = await planAt('2030-02-01T06:00:00Z');
    expect(others).toEqual([]);
    expect(mail?.language).toBe('ru');
    expect(mail?.subject).toBe('Qadam: что изменилось в том, за чем вы следите, выпуск 2026.2');
    expect(mail?.text).toMatch(
      /стандарты услуг кризисных центров: \d+ изменени\S+ в действиях, \d+ нов/,
    );
    expect(mail?.text).toContain('/ru/unsubscribe?token=');
    expect(await planAt('2030-02-20T06:00:00Z')).toHaveLength(1);
    // nothing was released since the mail before, so there is no new one
    expect(await planAt('2030-03-01T06:00:00Z')).toHaveLength(1);
  });

  it('is not written where nothing changed that its reader follows', async () => {
    await asked();
    expect(await planAt('2030-02-01T06:00:00Z')).toEqual([]);
  });

  it('names the way to end it in its head, by which a mail program ends it without a session', async () => {
    await change(donor, 'follow', A6);
    await asked();
    const [mail] = await planAt('2030-02-01T06:00:00Z');
    const sent: Message[] = [];
    await serverWork(api, DeliveryService).deliver(
      {
        send: async (message) => {
          sent.push(message);
          await Promise.resolve();
        },
        close: () => undefined,
      },
      mail?.id ?? '',
      true,
      new Date(),
    );
    const address = new URL(sent[0]?.unsubscribe ?? '');
    expect(mail?.text).toContain(address.href);
    const post = (url: string) =>
      api.http({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      });
    const known = (await events()).length;
    expect(
      (await post(`${address.pathname}?token=x${address.searchParams.get('token') ?? ''}`))
        .statusCode,
    ).toBe(404);
    expect((await read(donor))?.monthly).toBe(true);
    for (const time of ['once', 'twice'])
      expect([time, (await post(address.pathname + address.search)).statusCode]).toEqual([
        time,
        200,
      ]);
    expect(await read(donor)).toMatchObject({ monthly: false, follows: [{ code: 'A6' }] });
    expect((await events()).slice(known)).toMatchObject([
      { operation: 'CHOOSE_DIGEST', after: { monthly: false, by: 'LINK' } },
    ]);
  });

  it('is read by nobody else in the outbox', async () => {
    await change(donor, 'follow', A6);
    await asked();
    await planAt('2030-02-01T06:00:00Z');
    const { data } = await api.work<{ outbox: { items: { kind: string; text: string }[] } }>(
      officer,
      '{ outbox { items { kind text } } }',
    );
    expect(data?.outbox.items.find(({ kind }) => kind === 'FOLLOWED')?.text).toBe('');
  });
});
