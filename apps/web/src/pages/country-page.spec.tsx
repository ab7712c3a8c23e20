import { describe, expect, it } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { changes } from '../testing/changes.fixture.ts';
import { country } from '../testing/country.fixture.ts';
import { renderApp } from '../testing/render-app.tsx';
import { scorecard } from '../testing/scorecard.fixture.ts';

const { release } = scorecard;

const open = (search = '', more: object = {}) =>
  renderApp(`/en/countries/KGZ${search}`, { country: { ...country, ...more }, changes: null });
const part = (name: string) =>
  within(screen.getByRole('heading', { name }).closest('section') ?? document.body);

describe('the page of a country', () => {
  it('answers first by counts, in which the action of all four is not', async () => {
    await open();
    expect(screen.getByText(/None of the actions/).textContent.replaceAll('\u00a0', ' ')).toBe(
      'None of the actions is done here yet. Of 2 actions 1 is under way; of 1 too little is known. Since the meeting in Almaty in 2022 1 moved forward and none went back.',
    );
    expect(screen.getByText('One action for all four countries, counted in none.')).toBeTruthy();
  });

  it('shows every action as a tile that leads to it', async () => {
    await open();
    const tiles = part('How far its actions are').getAllByRole('link');
    expect(tiles.map((tile) => [tile.getAttribute('href'), tile.textContent])).toEqual([
      ['/en/actions/A1?c=KGZ', expect.stringMatching(/^Standards A1.*under way.*In force since/)],
      ['/en/actions/A5?c=KGZ', 'Shelters A5Nobody has reported'],
      ['/en/actions/A7', expect.stringContaining('Declaration')],
    ]);
  });

  it('tells its laws part by part and its numbers by their change', async () => {
    await open();
    const laws = part('Its laws, part by part').getAllByRole('listitem');
    expect(laws.map((item) => item.textContent)).toEqual([
      'Sexual harassment defined by lawIn force since 2022 · official · Law No. 1890 of 19 July 2022, art. 6',
      'Definition in the Labour CodeNot begun as of 2022 · official',
    ]);
    expect(part('Its laws, part by part').getByText(/^Not known: /).textContent).toBe(
      'Not known: Hostile environment covered.',
    );
    const numbers = part('Its numbers').getAllByRole('listitem');
    expect(numbers.map((item) => item.textContent.trim())).toEqual([
      'Name of A1.212.9% in 2018, 9.2% in 2023',
      'Name of A1.37.0% in 2020',
      expect.stringContaining('hidden to protect people'),
    ]);
  });

  it('says what nobody knows and who would have to say it', async () => {
    await open();
    const section = part('What is not known');
    expect(section.getByText('Nobody has reported 1 of 4 numbers.')).toBeTruthy();
    expect(section.getByText(/Ministry of Labour/)).toBeTruthy();
  });

  it('counts the numbers of all pages, and leads to the next one in the year and release it is read in', async () => {
    const many = { pages: 3, indicatorCount: 250, knownCount: 50 };
    await open('?year=2023&page=2', { ...many, page: 2 });
    const numbers = part('Its numbers');
    expect(numbers.getByText('Page 2 of 3. Indicators in all: 250')).toBeTruthy();
    const href = (name: string) => numbers.getByRole('link', { name }).getAttribute('href');
    expect(href('Previous page')).toBe('/en/countries/KGZ?year=2023#numbers');
    expect(href('Next page')).toBe('/en/countries/KGZ?year=2023&page=3#numbers');
    expect(screen.getByText('Nobody has reported 200 of 250 numbers.')).toBeTruthy();
  });

  it('names of a change no country but another', async () => {
    await renderApp('/en/countries/KGZ', { country, changes });
    const list = screen.getByText(/^What changed from release/).closest('details');
    expect(list?.textContent).toContain('A4.3 · Kazakhstan');
    expect(list?.textContent).toContain('A4.2 · 2023');
  });

  it('says whom to ask: an office and its mailbox, or that none is given', async () => {
    await open();
    const { textContent, href } = screen.getByRole<HTMLAnchorElement>('link', { name: /@/ });
    expect([textContent, href]).toEqual(['data@stat.example', 'mailto:data@stat.example']);
    cleanup();
    await open('', { contacts: [] });
    screen.getByText('No office has given a mailbox yet.');
  });

  it('is cited as the view it is, in the release it was read from, which stands at its foot', async () => {
    await open('?year=2023&only=offtrack', {
      release: { ...release, number: '2026.1', latest: false },
    });
    expect(screen.getByLabelText(/^This view in this release/)).toHaveProperty(
      'textContent',
      'https://qadam.test/en/countries/KGZ?year=2023&release=2026.1',
    );
    expect(screen.getByLabelText('How to cite').textContent).toContain('Kyrgyzstan');
    const foot = within(screen.getByRole('contentinfo'));
    expect(foot.getByRole('link', { name: 'Release 2026.1' })).toBeTruthy();
  });
});

describe('the page of all countries', () => {
  it('gives each its sentence and a mark for every action, ranks none', async () => {
    await renderApp('/en/countries', { scorecard });
    const cards = screen.getAllByRole('heading', { level: 2 });
    expect(cards.map((card) => card.textContent)).toEqual(['KAZ', 'KGZ', 'TJK', 'UZB']);
    const first = cards[0]?.closest('li');
    expect(first?.textContent.replaceAll('\u00a0', ' ')).toContain(
      'Of 2 actions 1 is under way; of 1 too little is known.',
    );
    expect(
      within(first ?? document.body).getByRole('link', { name: 'A1: under way' }),
    ).toBeTruthy();
  });
});
