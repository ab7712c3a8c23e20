import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { action, names, quotation } from '../testing/action.fixture.ts';
import { fact } from '../testing/level.fixture.ts';
import { renderApp } from '../testing/render-app.tsx';
import * as part from '../testing/series.fixture.ts';

const open = (search = '', more: object = {}, lang = 'en') =>
  renderApp(`/${lang}/actions/A2${search}`, { action: { ...action, ...more }, changeLog: [] });
const section = (name: string) =>
  within(screen.getByRole('heading', { level: 2, name }).closest('section') ?? document.body);
const fold = (name: RegExp) =>
  screen.getByRole('heading', { level: 2, name }).closest('details') ?? document.body;
const card = (name: string) => screen.getByRole('heading', { level: 3, name }).closest('li');
const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { selector: 'input' });

describe('the page of an action', () => {
  it('begins with the words of the meeting, verbatim', async () => {
    await open();
    expect(document.querySelector('blockquote')?.textContent).toBe(`“${quotation}”`);
    expect(document.querySelector('figure a')?.getAttribute('href')).toContain('spotlight');
  });

  it('has in another language our translation first, marked as ours, and the original beside it', async () => {
    const quote = { lang: 'ru', text: 'Включить определение в Трудовой кодекс.' };
    await open('', { action: { ...action.action, quote } }, 'ru');
    const ours = document.querySelector('blockquote');
    expect(ours?.textContent).toBe('«Включить определение в Трудовой кодекс.»');
    const original = document.querySelector('q');
    expect(ours?.nextElementSibling?.contains(original)).toBe(true);
    expect(original?.textContent).toBe(`“${quotation}”`);
    expect(original?.lang).toBe('en');
    expect(screen.getByText(/^Наш перевод/)).toBeTruthy();
  });

  it('says on each tile in one sentence at which stages the parts of the law are', async () => {
    await open();
    const tile = (name: string) =>
      document.querySelector(`a[href$="/countries/${name}"]`)?.textContent;
    expect(tile('TJK')).toContain('2 parts: in force\u00a0– 1, not begun\u00a0– 1.');
    expect(tile('KAZ')).toContain('2 parts: draft\u00a0– 1, not known\u00a0– 1.');
    // no part is known, so the tile has the fact that is known, or says that nobody reported any
    expect(tile('UZB')).toContain('Nobody has reported');
  });

  it('tells the one fact of an action that is measured by numbers', async () => {
    const known = fact({
      stage: null,
      value: '74',
      year: 2024,
      name: part.text('Centres'),
      decimals: 0,
    });
    await open('', { laws: [], cells: action.cells.map((cell) => ({ ...cell, fact: known })) });
    expect(document.querySelector('a[href$="/countries/UZB"]')?.textContent).toContain(
      'Centres: 74 (2024)',
    );
  });

  it('leads from a page of results to the next one of the same view', async () => {
    await open('?c=KGZ', { pages: 10, otherCount: 500 });
    const results = section('Related results');
    expect(results.getByText('Page 1 of 10. Indicators in all: 500')).toBeTruthy();
    expect(results.getByRole('link', { name: 'Next page' }).getAttribute('href')).toBe(
      '/en/actions/A2?c=KGZ&page=2#results',
    );
    expect(results.queryByRole('link', { name: 'Previous page' })).toBeNull();
    await userEvent.setup().click(results.getByRole('link', { name: 'Next page' }));
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Related results' }));
    });
  });

  it('draws the law as a matrix, a column per country', async () => {
    await open();
    const table = within(screen.getByRole('table', { name: 'Labour Code definition' }));
    expect(table.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      'Part',
      ...Object.values(names),
    ]);
  });

  it('puts the countries of a yes-or-no fact into one line by their answer', async () => {
    await open();
    expect(card('Convention 190 ratified')?.textContent).toContain(
      'Yes: Kyrgyzstan (since 2024). No: Kazakhstan, Tajikistan. Not reported: Uzbekistan.',
    );
  });

  it('says how a number changed, and who reported none', async () => {
    await open();
    const told = card('Complaints decided');
    expect(told?.textContent).toContain('12.9% in 2018, 9.2% in 2023');
    expect(told?.textContent).toContain('7.0% in 2024');
    expect(told?.textContent).toContain('Not reported: Tajikistan, Uzbekistan.');
  });

  it('has no chart of what nobody reports: a short card says who could', async () => {
    await open();
    const told = card('Employers with a policy');
    expect(told?.textContent).toContain(
      'Nobody has reported. Who could say: Labour inspectorates.',
    );
    expect(told?.querySelector('svg')).toBeNull();
    // what is reported comes first
    const cards = section('Related results').getAllByRole('heading', { level: 3 });
    expect(cards.at(-1)?.textContent).toBe('Employers with a policy');
  });

  it('lists what is not known part by part, and who could say it', async () => {
    await open();
    const told = fold(/What is not known, and who could say it \(5\)/);
    expect(told.textContent).toContain(
      'Definition in the Labour Code: Kazakhstan, Kyrgyzstan, Uzbekistan',
    );
    expect(told.textContent).toContain('Who could say: Ministries of labour');
    // a part that does not count is not missing
    expect(told.textContent).not.toContain('Hostile');
  });

  it('names in the timeline the part that an entry proves', async () => {
    await open();
    expect(fold(/Laws and decisions/).textContent).toContain(
      'part: Sexual harassment defined by law: in force',
    );
  });

  it('shows the action on the map with the same in words beside it, and what boundaries mean', async () => {
    await open();
    const map = section('On the map');
    expect(map.getByRole('img').getAttribute('aria-label')).toContain('Uzbekistan: not known');
    expect(map.getByRole('table', { name: /A2 · Define sexual harassment, 2025/ })).toBeTruthy();
    expect(map.getByText(/Boundaries are drawn for orientation only/)).toBeTruthy();
  });

  it('has no red where nothing went back', async () => {
    await open();
    expect(document.querySelector('.BACK, .MIXED')).toBeNull();
  });

  it('narrows every part to the countries of the address', async () => {
    await open('?c=KGZ~UZB');
    const table = within(screen.getByRole('table', { name: 'Labour Code definition' }));
    expect(table.getAllByRole('columnheader')).toHaveLength(3);
    expect(card('Convention 190 ratified')?.textContent).not.toContain('Kazakhstan');
    expect(Object.values(names).filter((name) => box(name).checked)).toEqual([
      'Kyrgyzstan',
      'Uzbekistan',
    ]);
  });

  it('writes into the address what is chosen, and nothing where all are', async () => {
    await open('?c=KGZ');
    const address = () => document.querySelector('[data-cite-page] code')?.textContent;
    const leads = (to: string) =>
      waitFor(() => {
        expect(address()).toBe(`https://qadam.test/en/actions/A2?${to}release=2026.2`);
      });
    for (const [name, to] of [
      ['Uzbekistan', 'c=KGZ~UZB&'],
      ['Kazakhstan', 'c=KAZ~KGZ~UZB&'],
      ['Tajikistan', ''],
    ] as const) {
      fireEvent.click(box(name));
      await leads(to);
    }
  });

  it('told as of an earlier year says so beside the release', async () => {
    await open('?year=2023', { year: 2023 });
    expect(screen.getByLabelText('Year')).toHaveProperty('value', '2023');
    expect(screen.getByText(/2023/, { selector: 'strong' })).toBeTruthy();
  });
});
