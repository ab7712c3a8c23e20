import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';
import * as part from '../testing/series.fixture.ts';

const names = { KAZ: 'Kazakhstan', KGZ: 'Kyrgyzstan', TJK: 'Tajikistan', UZB: 'Uzbekistan' };
const areas = Object.keys(names);
const step = (area: string, year: number, bodies: string[] = []) => ({
  ...{ indicator: 'A5.1', area, year, value: '40', reference: false, bodies },
});
const due = (
  { cell, ...series }: ReturnType<typeof part.series>,
  expectedShare: string | null,
  expectedValue: string | null,
  progress: string | null = '0.3',
) => ({ ...series, cell: { ...cell, progress, expectedShare, expectedValue } });
const action = {
  ...{ release: part.release, year: 2025, firstYear: 2015, events: [], sources: [] },
  areas: Object.entries(names).map(([code, name]) => ({ code, name: part.text(name) })),
  action: part.action('A5', 'Shelters', 'REACH_EVERYONE'),
  cells: areas.map((area) => ({
    ...part.cell(area, area === 'KGZ' ? 'OFF_TRACK' : 'ON_TRACK'),
    history: { firstYear: 2023, percents: area === 'KGZ' ? [31, null, 20] : [null, null, 20] },
  })),
  indicators: [
    {
      ...{ role: 'HEADLINE', definition: part.text('Places in shelters') },
      indicator: part.indicator('A5.1', 'Shelter places'),
      series: areas.map((area) => due(part.series(area, 'ON_TRACK', '12'), '0.3', null)),
    },
  ],
  milestones: [
    step('KAZ', 2027, ['Ministry of Labour', 'Police', 'Statistics', 'Courts']),
    step('KGZ', 2028),
    step('TJK', 2028),
  ],
  documents: [part.document('KGZ', 'Order 12'), part.document('UZB', 'Order 7')],
};
const open = (search = '', more: object = {}) =>
  renderApp(`/en/actions/A5${search}`, { action: { ...action, ...more }, changeLog: [] });
const section = (name: string) =>
  within(screen.getByRole('heading', { level: 2, name }).closest('section') ?? document.body);
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

describe('the page of an action', () => {
  it('says on each tile where the country is furthest behind what was due, and how it came there', async () => {
    const headline = (code: string, name: string, share: string, value: string) => ({
      ...{ role: 'HEADLINE', definition: part.text(name), indicator: part.indicator(code, name) },
      series: ['KAZ', 'KGZ', 'TJK', 'UZB'].map((area) =>
        due(
          part.series(area, 'ON_TRACK', area === 'UZB' ? null : '12'),
          area === 'UZB' ? null : area === 'KGZ' ? share : '0.3',
          value,
          area === 'UZB' ? null : '0.3',
        ),
      ),
    });
    const indicators = [
      headline('A5.1', 'Shelter places', '0.4', '14'),
      headline('A5.2', 'Trained staff', '0.9', '33.25'),
    ];
    await open('', { indicators });
    const tile = (name: string) =>
      section('Where it stands').getByRole('heading', { name }).closest('li')?.textContent;
    expect(tile('Kyrgyzstan')).toContain(
      'Furthest behind: Trained staff: 12 in 2024, 33.3 was due',
    );
    expect(tile('Kyrgyzstan')).toContain('Share of the way: 31% in 2023, 20% in 2025');
    // a single year is no trend, and who reported nothing is neither behind nor on its path
    expect(tile('Kazakhstan')).toContain('No headline indicator is behind its path.');
    expect(tile('Kazakhstan')).not.toContain('in 2025');
    expect(tile('Uzbekistan')).not.toMatch(/behind/);
  });

  it('counts on each tile the headline indicators by the words of their charts', async () => {
    const headline = (code: string, status: 'NO_DATA' | 'NO_TARGET', value: string | null) => ({
      ...{ role: 'HEADLINE', definition: part.text(code), indicator: part.indicator(code, code) },
      series: areas.map((area) => part.series(area, status, value)),
    });
    const indicators = [
      headline('A5.1', 'NO_DATA', '12'),
      headline('A5.2', 'NO_DATA', null),
      headline('A5.3', 'NO_TARGET', '3'),
      { ...headline('A5.4', 'NO_TARGET', '3'), role: 'SUPPORTING' },
    ];
    await open('', { indicators });
    // what has a value is not called "no data"
    for (const tile of section('Where it stands').getAllByRole('listitem'))
      expect(tile.textContent).toContain('no newer data: 1 · no data: 1 · no target: 1');
  });

  it('says the next milestone: by when, what, for whom, and who publishes the figures', async () => {
    await open();
    const steps = section('Next milestone').getAllByRole('listitem');
    // two countries with the same step stand together
    expect(steps.map((one) => one.textContent)).toEqual([
      expect.stringMatching(
        /by 2027.*Shelter places.*40.*Kazakhstan.*from Ministry of Labour; Police; Statistics; …$/,
      ),
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
    const address = () => document.querySelector('[data-cite-page] code')?.textContent;
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
