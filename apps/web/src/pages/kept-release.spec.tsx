import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { indicatorData } from '../features/indicators/indicator.fixture.ts';
import { action } from '../testing/action.fixture.ts';
import { changes } from '../testing/changes.fixture.ts';
import { comparison, marriage } from '../testing/compare.fixture.ts';
import { country } from '../testing/country.fixture.ts';
import { level } from '../testing/level.fixture.ts';
import { renderApp } from '../testing/render-app.tsx';
import { scorecard } from '../testing/scorecard.fixture.ts';
import { law } from '../ui/laws/law.fixture.ts';

const asked = '2026.1';
const earlier = { number: asked, latest: false, previous: '2025.1' };
const data = indicatorData();
const ofLaw = { ...law, levels: [{ area: 'KAZ', level: level() }] };
const silent = data.series.map((one) => ({ ...one, values: [] }));
/** Every page as it was in a release that is not the newest. */
const answers = {
  scorecard: { ...scorecard, release: { ...scorecard.release, ...earlier } },
  action: { ...action, release: { ...action.release, ...earlier } },
  country: { ...country, release: { ...country.release, ...earlier } },
  indicator: { ...data, release: { ...data.release, ...earlier } },
  compare: { ...comparison(marriage), release: { ...data.release, ...earlier } },
  changes: { ...changes, to: { ...changes.to, ...earlier } },
  ...{ changeLog: [], releases: [] },
};
const without = (link: HTMLElement) => !/[?&](release|to)=/.test(link.getAttribute('href') ?? '');
const isOfRelease = (link: HTMLElement) =>
  /^\/en(\?|$|\/(actions|indicators|countries|brief|compare|data|quality|changes)\b)/.test(
    link.getAttribute('href') ?? '',
  );
const leading = async (path: string, more: object = {}) => {
  await renderApp(`/en${path}`, { ...answers, ...more });
  return within(screen.getByRole('main')).getAllByRole('link').filter(isOfRelease);
};

it.each<[path: string, more?: object]>([
  ['?release=2026.1'],
  ['/releases/2026.1'],
  ['/countries?release=2026.1'],
  ['/actions/A2?release=2026.1'],
  ['/countries/KGZ?release=2026.1'],
  ['/indicators/A4.2?release=2026.1'],
  ['/indicators/A2.1?release=2026.1', { indicator: { ...answers.indicator, law: ofLaw } }],
  ['/indicators/A4.9?release=2026.1', { indicator: { ...answers.indicator, series: silent } }],
  ['/compare?i=A4.2&release=2026.1'],
  ['/changes?from=2025.1&to=2026.1'],
])('%s: the links of the page stay in the release it was read in', async (path, more = {}) => {
  const links = await leading(path, more);
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter(without).map((link) => link.getAttribute('href'))).toEqual([]);
});

it('the menu leads to the newest release, and so do links of a page that shows it', async () => {
  await renderApp('/en/actions/A2?release=2026.1', answers);
  const menu = within(screen.getAllByRole('navigation')[0] ?? document.body);
  expect(menu.getByRole('link', { name: 'Countries' }).getAttribute('href')).toBe('/en/countries');
  const links = await leading('/actions/A2', { action });
  expect(links.filter((link) => !without(link))).toEqual([]);
});

it('a release that the address names is kept even while it is the newest', async () => {
  const links = await leading('/actions/A2?release=2026.2', { action });
  expect(links.filter(without)).toEqual([]);
});

it('an earlier year is kept between the overview, the actions and the countries', async () => {
  const before = { year: 2023 };
  await renderApp('/en/countries/KGZ?year=2023', {
    ...answers,
    country: { ...country, ...before },
  });
  const main = () => within(screen.getByRole('main'));
  const href = (name: string | RegExp) => main().getByRole('link', { name }).getAttribute('href');
  expect(href(/^Standards A1/)).toBe('/en/actions/A1?year=2023&c=KGZ');
  expect(href(/^Brief/)).toBe('/en/brief/KGZ');
  expect(href('Name of A1.2')).toBe('/en/indicators/A1.2');
  await renderApp('/en/actions/A2?year=2023', { ...answers, action: { ...action, ...before } });
  expect(href(/^Kazakhstan/)).toBe('/en/countries/KAZ?year=2023');
  expect(href('Overview')).toBe('/en?year=2023');
});

it('the law in a frame on another site opens here in the release of the frame', async () => {
  const indicator = { ...answers.indicator, law: ofLaw };
  await renderApp('/embed/indicators/A2.1?lang=en&release=2026.1', { indicator });
  expect(screen.getByRole('link', { name: /Qadam/ }).getAttribute('href')).toBe(
    'https://qadam.test/en/indicators/A2.1?release=2026.1',
  );
});
