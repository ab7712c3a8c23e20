import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';

const text = (words: string) => ({ lang: 'en', text: words });
const release = {
  ...{ number: '2026.2', asOfYear: 2025, publishedAt: '2026-04-10T08:00:00Z', latest: true },
};
const area = (code: string, name: string) => ({ code, name: text(name) });
const cycle = {
  ...{ year: 2025, dueOn: '2026-03-31', assigned: 4, reported: 2, explained: 1, overdue: 1 },
  ...{ notDue: 0, reportedShare: '0.5', timed: 2, medianDays: '3', onTimeShare: '0.5', checked: 1 },
  ...{ withHits: 1, errors: 0, warnings: 1, warningsExplained: 0, revisions: 0, revisedCells: 0 },
  medianRevision: null,
};
const years = [
  { year: 2024, reported: 1, assigned: null },
  { year: 2025, reported: 2, assigned: 4 },
];
const cell = (indicator: string, year: number, more: object = {}) => ({
  ...{ area: 'KGZ', indicator, year, class: 'reported', marks: [], hidden: false, hits: [] },
  ...{ dueOn: '2026-03-31', submittedOn: '2026-03-20', missingReason: null, revisions: 0 },
  reason: null,
  ...more,
});
const cells = [
  cell('A4.2', 2024, { dueOn: null, submittedOn: null }),
  cell('A4.2', 2025, {
    ...{
      marks: ['LATE', 'OUTLIER'],
      submittedOn: '2026-04-02',
      revisions: 2,
      reason: 'CORRECTION',
    },
    hits: [{ code: 'OUTLIER', params: [{ name: 'median', value: '10' }] }],
  }),
  cell('A5.8', 2025, { hidden: true, submittedOn: null }),
  cell('A5.9', 2025, { class: 'overdue', submittedOn: null }),
  cell('A5.1', 2025, { class: 'explained', submittedOn: null, missingReason: 'NOT_COLLECTED' }),
];
const indicators = ['A4.2', 'A5.8', 'A5.9', 'A5.1'].map((code) => ({
  code,
  name: text(`Name of ${code}`),
}));
const kyrgyzstan = { area: area('KGZ', 'Kyrgyzstan'), cycle, years };
const kazakhstan = { area: area('KAZ', 'Kazakhstan'), cycle: null, years: [] };
const counts = [
  ...[1, 2, 3].map((count) => ({ class: 'reported', hidden: false, count })),
  { class: 'overdue', hidden: false, count: 240 },
].map((kind) => ({ ...kind, marks: [], submitted: true, questioned: false }));
const of = (areas: object[], more: object = {}) => ({
  ...{ release, areas, indicators, years: [2024, 2025], cells, counts },
  ...{ page: 1, pages: 1, indicatorCount: 4, silentCount: 0, ...more },
});
const overview = { dataQuality: of([kazakhstan, kyrgyzstan]) };
const country = { dataQuality: of([kyrgyzstan]), all: { areas: [kazakhstan, kyrgyzstan] } };

describe('the public page about data quality', () => {
  it('states the four facts of each country, each with what it is counted of', async () => {
    await renderApp('/en/quality', overview);
    const table = screen.getByRole('table', { name: 'Four facts about the data of each country' });
    const row = within(table).getByRole('row', { name: /Kyrgyzstan/ });
    expect(row.textContent).toContain('50% reported (2 of 4)');
    expect(row.textContent).toContain('50% on time');
    expect(row.textContent).toContain('1 of 1 with hits');
    expect(row.textContent).toContain('2024: 1, 2025: 2');
    expect(within(table).getByRole('row', { name: /Kazakhstan/ }).textContent).toContain(
      'This release holds no reporting year.',
    );
  });

  it('says in words what each strip of years shows, under the dimension of the address', async () => {
    await renderApp('/en/quality?dim=timeliness', overview);
    expect(
      screen
        .getByRole('link', {
          name: 'Kyrgyzstan, A4.2: late: 1, from a published source, no day of submission: 1',
        })
        .getAttribute('href'),
    ).toBe('/en/quality?dim=timeliness&c=KGZ#A4.2');
    screen.getByRole('link', { name: 'Kazakhstan, A4.2: nothing asked for or published' });
    const current = (name: string) =>
      screen.getByRole('link', { name }).getAttribute('aria-current');
    expect(current('Timeliness')).not.toBeNull();
    expect(current('Revisions')).toBeNull();
  });

  it('counts the cells of all pages, and leads to the next one of the same view', async () => {
    const many = { pages: 3, indicatorCount: 250 };
    await renderApp('/en/quality?c=KGZ&dim=revisions&page=2', {
      ...country,
      dataQuality: of([kyrgyzstan], { ...many, page: 2 }),
    });
    const counted = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(counted).toContain('as first published: 6 · no figure: 240');
    screen.getByText('Page 2 of 3. Indicators in all: 250');
    const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(href('Next page')).toBe('/en/quality?c=KGZ&dim=revisions&page=3#grid');
    expect(href('Previous page')).toBe('/en/quality?c=KGZ&dim=revisions#grid');
    expect(href('All countries')).toBe('/en/quality?dim=revisions&page=2');
  });

  it('gives the reason of a cell that the address names, with the receipt of its figure', async () => {
    await renderApp('/en/quality?c=KGZ&cell=2025.A4.2', country);
    const reason = screen.getByRole('region', { name: 'Name of A4.2, 2025' });
    expect(reason.textContent).toContain('Submitted on 2 April 2026, after the due day.');
    expect(reason.textContent).toContain(
      'Revised 2 times since it was first published: correction',
    );
    expect(reason.textContent).toContain('Unusual against the earlier years.');
    expect(within(reason).getByRole('link').getAttribute('href')).toBe(
      '/en/indicators/A4.2?c=KGZ&receipt=KGZ.2025',
    );
    expect(screen.getByRole('link', { name: 'A4.2, 2025: published' }).getAttribute('href')).toBe(
      '/en/quality?c=KGZ#A4.2',
    );
  });

  it('tells of a hidden figure nothing but that it is hidden', async () => {
    await renderApp('/en/quality?c=KGZ&cell=2025.A5.8&dim=revisions', country);
    const reason = screen.getByRole('region', { name: 'Name of A5.8, 2025' });
    expect(reason.textContent).toContain('hidden to protect people');
    expect(reason.textContent).not.toContain('Submitted');
    expect(screen.getByRole('link', { name: /A5.8, 2025/ }).textContent).toBe('c');
  });

  it('says of a gap whether it is overdue or explained', async () => {
    await renderApp('/en/quality?c=KGZ&cell=2025.A5.9', country);
    expect(screen.getByRole('region', { name: 'Name of A5.9, 2025' }).textContent).toContain(
      'Nothing had been published by the day of this release.',
    );
    screen.getByRole('link', { name: 'A5.1, 2025: no figure, with a reason' });
  });
});

it('a page that does not exist offers to search', async () => {
  await renderApp('/en/nothing', {});
  const main = within(screen.getByRole('main'));
  main.getByRole('searchbox', { name: 'Search this site' });
});
