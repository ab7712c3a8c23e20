import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { create } from 'xmlbuilder2';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { elementsOf } from '../../../testing/xml-elements.ts';
import { asReleaseTime } from '../../publication/release-day.ts';

interface Entry {
  id: string;
  title: string;
  updated: string;
  content: { div: { p?: string | string[]; ul?: { li: string | string[] } } };
}
interface Atom {
  feed: {
    '@xml:lang': string;
    id: string;
    updated: string;
    link: { '@rel': string; '@href': string }[];
    entry: Entry[];
  };
}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

async function feed(url: string): Promise<Atom['feed']> {
  const { statusCode, headers, body } = await test.http(url);
  expect([statusCode, headers['content-type']]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
  ]);
  elementsOf(body); // a strict parser first: `create` accepts a bare & too
  return (create(body).end({ format: 'object' }) as unknown as Atom).feed;
}
const linesOf = ({ content }: Entry): string[] => [content.div.ul?.li ?? []].flat();

describe('what changed since a day', () => {
  const since = async (day: string, more = '') => {
    const { data, errors } = await test.publicQuery<{
      changes: { from: { number: string } | null; to: { number: string }; items: object[] } | null;
    }>(
      `{ changes(lang: en, since: "${day}" ${more}) { from { number } to { number } items { subject } } }`,
    );
    return errors?.[0]?.extensions.code ?? data?.changes;
  };
  /** The releases of the demonstration were published on one day: here they are a year apart. */
  beforeAll(async () => {
    for (const sql of [
      'alter table publication.release disable trigger user',
      `update publication.release set published_at = published_at - interval '1 year' where number = '2026.1'`,
      'alter table publication.release enable trigger user',
    ])
      await test.em().execute(sql);
  });

  it('is compared with the release that stood at its end', async () => {
    const [{ at } = { at: new Date(0) }] = await test
      .em()
      .execute<{ at: Date }[]>(
        `select published_at as at from publication.release where number = '2026.1'`,
      );
    const dayOf = (moment: Date) => asReleaseTime(moment).slice(0, 10);
    expect(await since(dayOf(at))).toMatchObject({ from: { number: '2026.1' } });
    // nothing was published before that day, so there is no release to compare with and no change
    const before = new Date(at.getTime() - 86_400_000);
    expect(await since(dayOf(before))).toMatchObject({ from: null, items: [] });
  });

  it('that lies after the newest release has changed nothing', async () => {
    expect(await since('2099-01-01')).toEqual({
      from: { number: '2026.2' },
      to: { number: '2026.2' },
      items: [],
    });
  });

  it('that is none is refused, and so is a release together with a day', async () => {
    for (const day of ['2026-02-30', 'yesterday', ''])
      expect([day, await since(day)]).toEqual([day, 'BAD_USER_INPUT']);
    expect(await since('2026-01-01', 'from: "2026.1"')).toBe('BAD_USER_INPUT');
    // the day is later than the requested release
    expect(await since('2099-01-01', 'to: "2026.1"')).toBe('BAD_USER_INPUT');
  });
});

describe('the change log of an action', () => {
  const log = async (variables: object, app = test) => {
    const { data } = await app.publicQuery<{
      changeLog:
        | {
            release: { number: string };
            newValues: number;
            items: { class: string; subject: string; area: string }[];
          }[]
        | null;
    }>(
      `query ($action: ID, $area: ID, $release: ID) { changeLog(lang: en, action: $action, area: $area, release: $release)
        { release { number } newValues items { class subject area } } }`,
      { ...variables },
    );
    return data?.changeLog;
  };

  it('tells release by release what changed in it and its indicators, and nothing of others', async () => {
    const told = (await log({ action: 'A6' })) ?? [];
    expect(told.map(({ release }) => release.number)).toEqual(['2026.2', '2026.1']);
    expect(told[0]?.items.length).toBeGreaterThan(0);
    const { data } = await test.publicQuery<{
      action: { indicators: { indicator: { code: string } }[] };
    }>(`{ action(code: "A6", lang: en) { indicators { indicator { code } } } }`);
    const own = ['A6', ...(data?.action.indicators ?? []).map(({ indicator }) => indicator.code)];
    for (const { subject } of told.flatMap(({ items }) => items)) expect(own).toContain(subject);
  });

  it('says the same as the list of changes between the two releases', async () => {
    const [newest] = (await log({ area: 'KGZ' })) ?? [];
    const { data } = await test.publicQuery<{
      changes: {
        items: { class: string; subject: string; area: string }[];
        counts: { class: string; count: number }[];
      };
    }>(
      `{ changes(lang: en, area: "KGZ") { items { class subject area } counts { class count } } }`,
    );
    const told = data?.changes.items.filter((item) => item.class !== 'NEW');
    expect(newest?.items).toEqual(told);
    expect(newest?.newValues).toBe(
      data?.changes.counts.find((count) => count.class === 'NEW')?.count,
    );
  });

  it('ends with the release that is read, and is nothing for what is not there', async () => {
    expect(
      (await log({ action: 'A6', release: '2026.1' }))?.map((one) => one.release.number),
    ).toEqual(['2026.1']);
    expect(await log({ action: 'Z9' })).toBeNull();
    expect(await log({ area: 'ZZZ' })).toBeNull();
    expect(await log({ action: 'A6', release: '1999.1' })).toBeNull();
  });

  it('of an area that joined later begins with the release that knows it', async () => {
    // an app of its own, because a process caches what it knows about a release
    const other = await startTestApp({ seed: 'demo' });
    try {
      await other.em().execute(
        `insert into publication.area (code, kind, names, position, from_release)
         select 'TKM', kind, names, 9, 2 from publication.area where code = 'UZB'`,
      );
      const told = await log({ area: 'TKM' }, other);
      expect(told?.map(({ release }) => release.number)).toEqual(['2026.2']);
    } finally {
      await other.stop();
    }
  }, 60_000);
});

describe('a feed', () => {
  it('names every release once, with its fingerprint, newest first', async () => {
    const { entry, updated, link, ...told } = await feed('/feeds/releases.xml?lang=ru');
    expect(told['@xml:lang']).toBe('ru');
    expect(entry.map(({ title }) => title)).toEqual(['Выпуск 2026.2', 'Выпуск 2026.1']);
    expect(updated).toBe(entry[0]?.updated);
    expect(JSON.stringify(entry[0])).toMatch(/[0-9a-f]{64}/);
    expect(link.find((one) => one['@rel'] === 'self')?.['@href']).toBe(told.id);
  });

  it.each(['en', 'ru', 'kk', 'ky', 'tg', 'uz'])(
    'tells in %s what each release changed of an action',
    async (lang) => {
      const { entry } = await feed(`/feeds/actions/A6.xml?lang=${lang}`);
      expect(new Set(entry.map(({ id }) => id)).size).toBe(2);
      const lines = entry.flatMap(linesOf);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line).not.toMatch(/{{|change\.|status\.|reason\./);
    },
  );

  it('of a country is about that country only', async () => {
    const lines = (await feed('/feeds/countries/KGZ.xml?lang=en')).entry.flatMap(linesOf);
    expect(lines.filter((line) => line.includes('Kyrgyzstan')).length).toBeGreaterThan(0);
    expect(lines.filter((line) => /Kazakhstan|Tajikistan|Uzbekistan/.test(line))).toEqual([]);
  });

  it('says that its entries changed when a value of theirs was withdrawn, and of others not', async () => {
    const read = async (name: string) => {
      const { updated, entry } = await feed(`/feeds/${name}.xml?lang=en`);
      return [updated, ...entry.map((one) => one.updated)];
    };
    const others = await read('countries/UZB');
    // the tombstone alone, because a feed tells nothing of what was withdrawn
    const [{ at, action } = { at: new Date(0), action: '' }] = await test
      .em()
      .execute<{ at: Date; action: string }[]>(
        `with gone as (
           insert into publication.tombstone (indicator, area, year, sex, age, urbanisation, region, breakdown, withdrawn_at)
             select indicator, area, year, sex, age, urbanisation, region, breakdown, now() + interval '1 day' from publication.value
               where area = 'KGZ' and from_release = 1 and until_release is null order by indicator limit 1 returning withdrawn_at, indicator
         ) select g.withdrawn_at as at, a.action from gone g join publication.action_indicator a on a.indicator = g.indicator limit 1`,
      );
    const time = asReleaseTime(at);
    expect(await read('countries/KGZ')).toEqual([time, time, time]);
    expect(await read(`actions/${action}`)).toEqual([time, time, time]);
    expect(await read('countries/UZB')).toEqual(others);
  });

  it('is known by its mark until the next release', async () => {
    const first = await test.http('/feeds/actions/A6.xml');
    const headers = { 'if-none-match': String(first.headers.etag) };
    expect(await test.http({ url: '/feeds/actions/A6.xml', headers })).toMatchObject({
      statusCode: 304,
      body: '',
    });
    const other = await test.http({ url: '/feeds/countries/KGZ.xml', headers });
    expect(other.statusCode).toBe(200);
  });

  it('of what is not there is not there', async () => {
    for (const url of ['actions/Z9', 'countries/ZZZ', 'countries/%3Cx%3E', 'people'])
      expect([url, (await test.http(`/feeds/${url}.xml`)).statusCode]).toEqual([url, 404]);
    expect((await test.http('/feeds/releases.xml?lang=xx')).statusCode).toBe(400);
  });
});
