import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { formatNumber } from '@qadam/i18n';
import { reportFigures } from '../../testing/approved-figures.ts';
import { figureDesk } from '../../testing/figure-desk.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
}, 60_000);
afterAll(() => test.stop());

it('a release tells new values only as a number where they are too many to read', async () => {
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
  await test.em().execute(
    `with cells as (
       select gen_random_uuid() as id, gen_random_uuid() as revision, 'X' || n as breakdown from generate_series(1, 5001) n
     ), observed as (
       insert into work.observation (id, indicator, area, year, breakdown, state, current_revision)
       select id, 'A5.8', 'KAZ', 2011, breakdown, 'APPROVED', revision from cells
     )
     insert into work.revision (id, observation, area, number, value, obs_status, via) select revision, id, 'KAZ', 1, 1, 'A', 'SOURCE_IMPORT' from cells`,
  );
  await figure('8');
  // a gap that is filled is a new value too
  await reportFigures(test.em(), [{ ...gap, value: '1', reason: 'CORRECTION' }]);
  const preview = await test.work(
    'officer@demo.example',
    '{ releasePreview(asOfYear: 2025, annual: false, lang: en) { items { class } unlisted { class count } } }',
  );
  expect(preview.data.releasePreview).toEqual({
    items: [{ class: 'REVISED' }],
    unlisted: [{ class: 'NEW', count: 5002 }],
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
    '{ releasePreview(asOfYear: 2025, annual: false, lang: en) { items { class } unlisted { class count } } }',
  );
  expect(preview.data.releasePreview.items).toHaveLength(1000);
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
