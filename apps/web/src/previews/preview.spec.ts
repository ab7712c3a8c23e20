import { describe, expect, it } from '@jest/globals';
import { preview, render } from '../entry-server.tsx';
import { indicatorData } from '../features/indicators/indicator.fixture.ts';
import { publicApi } from '../testing/public-api.ts';
import { scorecard } from '../testing/scorecard.fixture.ts';

const indicatorPage = indicatorData();
const asked = {
  origin: 'https://qadam.test',
  demo: true,
  contact: null,
  help: false,
  execute: publicApi({ scorecard, indicator: indicatorPage, releases: [], action: null }),
};
const see = (url: string) => preview({ url, ...asked });
const html = async (url: string) => (await render({ url, ...asked })).html;
const tag = (text: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(text)?.[1];

describe('what the picture of a page shows', () => {
  it('is the page’s own title and sentence in its language, and the release it was made from', async () => {
    expect(await see('/ru')).toMatchObject({
      title: expect.stringMatching(/^Выполняются ли/),
      note: expect.stringContaining(scorecard.release.number),
    });
    expect(await see('/ru/about/privacy')).toMatchObject({
      title: 'Конфиденциальность и файлы cookie',
      note: '',
    });
  });

  it('is of the overview its answer, and the table with every action and country', async () => {
    const shown = await see('/en');
    expect(shown?.sentence).toMatch(/\d+\ssteps/);
    const words = shown?.drawing?.letters.map(({ text }) => text).join(' ') ?? '';
    for (const { action } of scorecard.rows) expect(words).toContain(action.code);
    for (const { name } of scorecard.areas.slice(0, 1)) expect(words).toContain(name.text);
  });

  it('is of an indicator its chart, with the names of the countries beside the lines', async () => {
    const shown = await see('/en/indicators/A4.2');
    expect(shown?.drawing?.shapes).toContain('<path');
    const words = shown?.drawing?.letters.map(({ text }) => text).join(' ');
    for (const { name } of indicatorPage.areas.slice(0, 1)) expect(words).toContain(name.text);
  });

  it('is nothing of a desk, of a frame and of what is not there', async () => {
    for (const url of ['/en/sign-in', '/embed/indicators/A4.2', '/en/actions/Z9', '/en/404'])
      expect([url, await see(url)]).toEqual([url, null]);
  });
});

describe('a page that is passed on', () => {
  it('names its picture with size and words, in the view of its address', async () => {
    const page = await html('/en/indicators/A4.2?c=KAZ&junk=1');
    expect(tag(page, 'og:image')).toBe('https://qadam.test/previews/en/indicators/A4.2.png?c=KAZ');
    expect([tag(page, 'og:image:width'), tag(page, 'og:image:height')]).toEqual(['1200', '630']);
    expect(tag(page, 'twitter:card')).toBe('summary_large_image');
    expect(tag(page, 'og:image:alt')?.length).toBeGreaterThan(20);
  });

  it('has none where it is a desk or not there', async () => {
    for (const url of ['/en/sign-in', '/en/404'])
      expect(tag(await html(url), 'og:image')).toBeUndefined();
  });

  it('says what of the data it shows, and a page of words nothing', async () => {
    const describes = async (url: string) => (await render({ url, ...asked })).describes;
    expect(await describes('/en')).toEqual({
      kind: 'CATALOGUE',
      release: scorecard.release.number,
    });
    expect(await describes('/en/indicators/A4.2')).toMatchObject({
      kind: 'INDICATOR',
      code: 'A4.2',
    });
    expect(await describes('/en/about/privacy')).toBeNull();
  });
});
