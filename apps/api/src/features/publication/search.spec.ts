import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

interface Hit {
  kind: string;
  code: string;
  name: { lang: string; text: string };
  foundIn: { lang: string; text: string } | null;
}

const SEARCH = `query ($q: String!, $lang: Language!, $release: ID) {
  search(q: $q, lang: $lang, release: $release) { kind code name { lang text } foundIn { lang text } } }`;

describe('search over a release', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'demo' });
  }, 120_000);
  afterAll(() => test.stop());

  async function find(q: string, lang = 'en', release?: string): Promise<Hit[] | null> {
    const { data, errors } = await test.publicQuery(SEARCH, { q, lang, release });
    expect(errors).toBeUndefined();
    return (data as { search: Hit[] | null }).search;
  }
  const codes = async (...asked: Parameters<typeof find>) =>
    (await find(...asked))?.map(({ code }) => code);

  it.each(['kyrgyzstan', 'Кыргызстан', 'қырғызстан', 'KGZ', 'Qirgʻiziston'])(
    'finds a country by %s',
    async (asked) => {
      expect(await find(asked)).toContainEqual(
        expect.objectContaining({ code: 'KGZ', kind: 'COUNTRY' }),
      );
    },
  );

  it.each([
    ['Методика', 'about/methods'],
    ['қолжетімділік', 'about/accessibility'],
    ['колжетимдилик', 'about/accessibility'],
    ['деректер сапасы', 'quality'],
    ['ochiq malumot', 'data'],
    ['privacy', 'about/privacy'],
    ['cookie', 'about/privacy'],
    ['кишварҳо', 'countries'],
  ])('finds the page of the site called %s', async (asked, path) => {
    const found = (await find(asked))?.filter(({ kind }) => kind === 'PAGE') ?? [];
    expect(found[0]?.code).toBe(path);
  });

  it('finds no page by its address, which nobody sees', async () => {
    const shown = (await find('about')) ?? [];
    expect(
      shown.filter(
        ({ kind, name, foundIn }) =>
          kind === 'PAGE' && !/about/i.test(`${name.text} ${foundIn?.text ?? ''}`),
      ),
    ).toEqual([]);
  });

  it('finds an action and its indicators by code, names before texts', async () => {
    const found = (await codes('A5')) ?? [];
    expect(found[0]).toBe('A5');
    expect(found).toContain('A5.6');
  });

  it('wants every word, each as the beginning of a word', async () => {
    const police = (await codes('police')) ?? [];
    const both = (await codes('police offic')) ?? [];
    expect(police.length).toBeGreaterThan(0);
    expect(both.length).toBeGreaterThan(0);
    expect(police).toEqual(expect.arrayContaining(both));
    expect(await codes('police zzzz')).toEqual([]);
    expect(await codes('olice')).toEqual([]);
  });

  it('says in which words of another language it was found', async () => {
    const found = (await find('полицейск')) ?? [];
    expect(found.length).toBeGreaterThan(0);
    for (const { foundIn, name } of found) {
      expect(name.lang).toBe('en');
      expect(foundIn?.lang).toBe('ru');
    }
  });

  it('answers nothing asked with nothing found, and a release that is not there with null', async () => {
    expect(await find(' … ')).toEqual([]);
    expect(await find('police', 'en', '1999.1')).toBeNull();
  });

  it('finds the pages before the first release', async () => {
    const empty = await startTestApp();
    const { data } = await empty.publicQuery(SEARCH, { q: 'privacy', lang: 'en' });
    expect(data.search).toMatchObject([{ kind: 'PAGE', code: 'about/privacy' }]);
    await empty.stop();
  });

  it('reads a past release as it was', async () => {
    expect(await codes('KAZ', 'ru', '2026.1')).toContain('KAZ');
  });
});
