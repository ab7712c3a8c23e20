import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { formatNumber } from '@qadam/i18n';
import { reportFigures } from '../../testing/approved-figures.ts';
import { figureDesk } from '../../testing/figure-desk.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { serverWork } from '../../testing/server-work.ts';
import { PlannerService } from '../notifications/planner.service.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
}, 60_000);
afterAll(() => test.stop());

/** Writes approved values of as many parts of an indicator. */
async function addParts(
  at: { area: string; year: number },
  count: number,
  said: Record<string, string | number>,
): Promise<void> {
  const columns = Object.keys(said).join(', ');
  const values = Object.values(said);
  await test.em().execute(
    `with cells as (
       select gen_random_uuid() as id, gen_random_uuid() as revision, 'X' || n as breakdown from generate_series(1, ${String(count)}) n
     ), observed as (
       insert into work.observation (id, indicator, area, year, breakdown, state, current_revision)
       select id, 'A5.8', '${at.area}', ${String(at.year)}, breakdown, 'APPROVED', revision from cells
     )
     insert into work.revision (id, observation, area, number, via, ${columns})
     select revision, id, '${at.area}', 1, 'SOURCE_IMPORT', ${values.map((value) => JSON.stringify(value).replaceAll('"', "'")).join(', ')} from cells`,
  );
}

it('a release tells new values by table where they are too many to read', async () => {
  const { publish } = figureDesk(test);
  const figure = (value: string) =>
    reportFigures(test.em(), [
      { indicator: 'A5.8', area: 'TJK', year: 2012, value, reason: 'CORRECTION' },
    ]);
  await figure('7');
  const gap = { indicator: 'A5.8', area: 'KAZ', year: 2010 } as const;
  await reportFigures(test.em(), [
    { ...gap, value: null, missingReason: 'NOT_COLLECTED', obsStatus: 'L' },
  ]);
  await publish();
  await addParts({ area: 'KAZ', year: 2011 }, 5001, { value: 1, obs_status: 'A' });
  await figure('8');
  // a gap that is filled is a new value too
  await reportFigures(test.em(), [{ ...gap, value: '1', reason: 'CORRECTION' }]);
  const preview = await test.work(
    'officer@demo.example',
    `{ releasePreview(asOfYear: 2025, annual: false, lang: en) {
      items { class } unlisted { class count } newTables { indicator area year values name { text } } } }`,
  );
  const name = { text: expect.any(String) };
  expect(preview.data.releasePreview).toEqual({
    items: [{ class: 'REVISED' }],
    unlisted: [{ class: 'NEW', count: 5002 }],
    newTables: [
      { indicator: 'A5.8', area: 'KAZ', year: 2011, values: 5001, name },
      { indicator: 'A5.8', area: 'KAZ', year: 2010, values: 1, name },
    ],
  });
  await publish();
  const { data } = await test.publicQuery(
    `{ changes(lang: en) { items { class subject area year toValue } unlisted { class count } newValues } }`,
  );
  expect(data.changes.items).toEqual([
    { class: 'REVISED', subject: 'A5.8', area: 'TJK', year: 2012, toValue: '8' },
  ]);
  expect(data.changes.unlisted).toEqual([{ class: 'NEW', count: 5002 }]);
  expect(data.changes.newValues).toBe(5002);
});

it('readers hear by mail of new values that are too many to be listed, each of those in their subject', async () => {
  const since = `(select number from publication.release order by sequence limit 1)`;
  await test.em().execute(
    `insert into work.subscriber (id, email, language, kind, code, asked_at, confirmed_at, release)
       select gen_random_uuid(), kind || code || '@mail.example', 'en', kind, nullif(code, ''), now(), now(), ${since}
         from (values ('EVERYTHING', ''), ('COUNTRY', 'KAZ'), ('COUNTRY', 'UZB'), ('ACTION', 'A5'), ('ACTION', 'A3')) s(kind, code);
     insert into work.follower (user_account, digest, digest_month, digest_release)
       select id, true, '2020-01', ${since} from work.user_account where email = 'donor@demo.example';
     insert into work.follow (user_account, kind, code)
       select id, kind, code from work.user_account, (values ('COUNTRY', 'KAZ'), ('COUNTRY', 'UZB'), ('INDICATOR', 'A5.8')) s(kind, code)
        where email = 'donor@demo.example'`,
  );
  await serverWork(test, PlannerService).plan(new Date('2026-12-02T09:00:00Z'));
  const mails = await test.em().execute<{ to: string; text: string }[]>(
    `select coalesce(s.kind || s.code, s.kind, n.kind) as "to", n.text from work.notification n
        left join work.subscriber s on s.id = n.subscriber where n.kind in ('RELEASE_NEWS', 'FOLLOWED') order by 1`,
  );
  const told = (many: string) => expect.stringContaining(`${many} new values`);
  expect(mails).toEqual([
    { to: 'ACTIONA5', text: told('5,002') },
    { to: 'COUNTRYKAZ', text: told('Kazakhstan: 5,002') },
    { to: 'EVERYTHING', text: told('5,002') },
    { to: 'FOLLOWED', text: expect.stringMatching(/Казахстан: 5\s002 новых значения/) },
  ]);
  expect(mails.at(-1)?.text).not.toContain('Узбекистан');
});

it('lists of very many revisions the first ones, and counts the others', async () => {
  const { publish } = figureDesk(test);
  const revised = 1203;
  const revise = (count: number, revision: number) =>
    test.em().execute(
      `with cells as (
         select o.id, gen_random_uuid() as revision from work.observation o
          where o.indicator = 'A5.8' and o.area = 'KAZ' and o.year = 2011 order by o.breakdown limit ${String(count)}
       ), revised as (
         insert into work.revision (id, observation, area, number, value, obs_status, via, reason)
         select revision, id, 'KAZ', ${String(revision)}, ${String(revision)}, 'A', 'SOURCE_IMPORT', 'CORRECTION' from cells returning id, observation
       )
       update work.observation o set state = 'APPROVED', current_revision = r.id from revised r where r.observation = o.id`,
    );
  await revise(revised, 2);
  const preview = await test.work(
    'officer@demo.example',
    '{ releasePreview(asOfYear: 2025, annual: false, lang: en) { items { class } unlisted { class count } newTables { values } } }',
  );
  expect(preview.data.releasePreview.items).toHaveLength(1000);
  expect(preview.data.releasePreview.newTables).toEqual([]);
  expect(preview.data.releasePreview.unlisted).toEqual([
    { class: 'REVISED', count: revised - 1000 },
  ]);
  await publish();
  const asked = async (perClass: string) => {
    const { data, errors } = await test.publicQuery(
      `{ changes(lang: en, area: "KAZ"${perClass}) { items { class } unlisted { class count } } }`,
    );
    return errors?.[0]?.extensions.code ?? data?.changes;
  };
  for (const [perClass, count] of [
    ['', 1000],
    [', perClass: 3', 3],
  ] as const) {
    const { items, unlisted } = await asked(perClass);
    expect(items).toEqual(Array.from({ length: count }, () => ({ class: 'REVISED' })));
    expect(unlisted).toEqual([{ class: 'REVISED', count: revised - count }]);
  }
  for (const perClass of [', perClass: 0', ', perClass: 1001'])
    expect(await asked(perClass)).toBe('BAD_USER_INPUT');
  await revise(120, 3);
  await publish();
  for (const about of ['area: "KAZ"', 'action: "A5"']) {
    const { data } = await test.publicQuery<{
      changeLog: { items: object[]; unlisted: number; newValues: number }[];
    }>(`{ changeLog(lang: en, ${about}) { items { class } unlisted newValues } }`);
    expect(
      data?.changeLog.map(({ items, unlisted, newValues }) => [items.length, unlisted, newValues]),
    ).toEqual([
      [100, 20, 0],
      [0, revised, 0],
      [about.startsWith('action') ? 1 : 0, 0, 5002],
      [0, 0, about.startsWith('action') ? 1 : 0],
    ]);
  }
  const feed = await test.http('/feeds/countries/KAZ.xml?lang=en');
  expect(feed.body).toContain('and 70 more changes');
  expect(feed.body.match(/Nothing changed here with this release/g)).toHaveLength(1);
  expect(feed.body).toContain(`and ${formatNumber('en', String(revised))} more changes`);
});

it('a preview lists hidden cells one by one while they are few, and tells them by table where they are many', async () => {
  const read = async () => {
    const { data } = await test.work(
      'officer@demo.example',
      `{ releasePreview(asOfYear: 2025, annual: false, lang: en) {
        previewHash totals { hidden } hidden { area why } hiddenTables { indicator area year cells reasons { why cells } } } }`,
    );
    return data.releasePreview;
  };
  const suppressed = { missing_reason: 'SUPPRESSED', obs_status: 'Q' };
  await addParts({ area: 'UZB', year: 2011 }, 300, suppressed);
  expect(await read()).toMatchObject({
    totals: { hidden: 300 },
    hidden: Array.from({ length: 300 }, () => ({ area: 'UZB', why: 'MINISTRY' })),
    hiddenTables: [],
  });
  await addParts({ area: 'UZB', year: 2012 }, 701, suppressed);
  const table = (year: number, cells: number) => ({
    ...{ indicator: 'A5.8', area: 'UZB', year, cells },
    reasons: [{ why: 'MINISTRY', cells }],
  });
  expect(await read()).toMatchObject({
    totals: { hidden: 1001 },
    hidden: [],
    hiddenTables: [table(2012, 701), table(2011, 300)],
  });
});

it('a preview lists the first tables of figures that wait, and counts the others', async () => {
  await test.em().execute(
    `with cells as (
       select gen_random_uuid() as id, gen_random_uuid() as revision, a.code as area, i.code as indicator, year
         from work.area a, generate_series(2000, 2024) year, (select code from work.indicator order by position limit 11) i where a.kind = 'COUNTRY'
     ), observed as (
       insert into work.observation (id, indicator, area, year, region, state, current_revision)
       select id, indicator, area, year, 'R1', 'APPROVED', revision from cells
     )
     insert into work.revision (id, observation, area, number, value, obs_status, via, author)
       select revision, cells.id, cells.area, 1, 1, 'A', 'ENTRY', u.id from cells, work.user_account u where u.email = 'reporter.kaz@demo.example'`,
  );
  const { data } = await test.work(
    'officer@demo.example',
    '{ releasePreview(asOfYear: 2025, annual: false, lang: en) { totals { waiting } waiting { values } } }',
  );
  expect(data.releasePreview.totals).toEqual({ waiting: 1100 });
  expect(data.releasePreview.waiting).toEqual(Array.from({ length: 1000 }, () => ({ values: 1 })));
});
