import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';
import * as part from '../testing/series.fixture.ts';

const names = { KAZ: 'Kazakhstan', KGZ: 'Kyrgyzstan', TJK: 'Tajikistan', UZB: 'Uzbekistan' };
const areas = Object.keys(names);
const step = (area: string, year: number, bodies: string[] = []) => ({
  ...{ indicator: 'A5.1', area, year, value: '40', reference: false, bodies },
});
const action = {
  ...{ release: part.release, year: 2025, firstYear: 2015, events: [], sources: [] },
  areas: Object.entries(names).map(([code, name]) => ({ code, name: part.text(name) })),
  action: part.action('A5', 'Shelters', 'REACH_EVERYONE'),
  cells: areas.map((area) => part.cell(area, area === 'KGZ' ? 'OFF_TRACK' : 'ON_TRACK')),
  indicators: [
    {
      ...{ role: 'HEADLINE', definition: part.text('Places in shelters') },
      indicator: part.indicator('A5.1', 'Shelter places'),
      series: areas.map((area) => part.series(area, 'ON_TRACK', '12')),
    },
  ],
  milestones: [step('KAZ', 2027, ['Ministry of Labour']), step('KGZ', 2028), step('TJK', 2028)],
  documents: [part.document('KGZ', 'Order 12'), part.document('UZB', 'Order 7')],
};
const open = (search = '', more: object = {}) =>
  renderApp(`/en/actions/A5${search}`, { action: { ...action, ...more }, changeLog: [] });
const section = (name: string) =>
  within(screen.getByRole('heading', { level: 2, name }).closest('section') ?? document.body);
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

describe('the page of an action', () => {
  it('says the next milestone: by when, what, for whom, and who publishes the figures', async () => {
    await open();
    const steps = section('Next milestone').getAllByRole('listitem');
    // two countries with the same step stand together
    expect(steps.map((one) => one.textContent)).toEqual([
      expect.stringMatching(/by 2027.*Shelter places.*40.*Kazakhstan.*from Ministry of Labour/),
      expect.stringMatching(/by 2028.*Kyrgyzstan, Tajikistan.*no one has published/),
    ]);
  });

  it('says that no plan has a further step', async () => {
    await open('', { milestones: [] });
    expect(screen.getByText('No released plan has a step after 2025.')).toBeTruthy();
  });

  it('narrows every part to the countries of the address', async () => {
    await open('?c=KGZ~UZB');
    const tiles = section('Where it stands');
    expect(tiles.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
      'Kyrgyzstan',
      'Uzbekistan',
    ]);
    expect(section('Next milestone').getByRole('listitem').textContent).toContain('Kyrgyzstan ·');
    expect(Object.values(names).filter((name) => box(name).checked)).toEqual([
      'Kyrgyzstan',
      'Uzbekistan',
    ]);
  });

  it('writes into the address what is chosen, and nothing where all are', async () => {
    await open('?c=KGZ&scale=own');
    fireEvent.click(box('Uzbekistan'));
    const address = () => document.querySelector('[data-cite-page] textarea')?.textContent;
    const leads = (to: string) =>
      waitFor(() => {
        expect(address()).toBe(`https://qadam.test/en/actions/A5?${to}scale=own&release=2026.2`);
      });
    await leads('c=KGZ~UZB&');
    fireEvent.click(box('Kazakhstan'));
    await leads('c=KAZ~KGZ~UZB&');
    fireEvent.click(box('Tajikistan'));
    await leads('');
  });

  it('told as of an earlier year says so beside the release', async () => {
    await open('?year=2023', { year: 2023 });
    expect(screen.getByLabelText('Year')).toHaveProperty('value', '2023');
    expect(screen.getByText(/2023/, { selector: 'strong' })).toBeTruthy();
  });
});
