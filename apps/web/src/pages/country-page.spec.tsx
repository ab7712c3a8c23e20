import { describe, expect, it } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { changes } from '../testing/changes.fixture.ts';
import { renderApp } from '../testing/render-app.tsx';
import * as part from '../testing/series.fixture.ts';

const { text, release } = part;
type Status = Parameters<typeof part.series>[1];
const gap = (label: string, more: object) => ({
  ...{ label: text(label), needed: null, shortBy: null, met: null, approximate: null },
  reason: null,
  ...more,
});
const indicator = (action: string | null, code: string, status: Status, gaps: object[] = []) => ({
  ...{ actions: action === null ? [] : [action], role: 'HEADLINE', gaps },
  indicator: part.indicator(code, `Name of ${code}`),
  series: part.series('KGZ', status, status === 'NO_DATA' ? null : '12'),
});
const country = {
  ...{ release, year: 2025, firstYear: 2015, strengths: ['A1'], behind: ['A5'], events: [] },
  area: { code: 'KGZ', name: text('Kyrgyzstan') },
  headline: {
    ...{ code: 'MIXED', onTrack: 1, behind: 1, movedAway: 0, pending: 0, notAssessed: 0, total: 2 },
    ...{ indicatorsAssessed: 2, indicatorsTotal: 3 },
  },
  actions: [
    { action: part.action('A1', 'Standards', 'WORK_TOGETHER'), cell: part.cell('KGZ', 'ON_TRACK') },
    {
      action: part.action('A5', 'Shelters', 'REACH_EVERYONE'),
      cell: part.cell('KGZ', 'OFF_TRACK'),
    },
  ],
  indicators: [
    indicator('A1', 'A1.1', 'ON_TRACK', [gap('Hidden standard', { reason: 'SUPPRESSED' })]),
    indicator('A5', 'A5.1', 'OFF_TRACK', [
      gap('Council of Europe', { needed: '690', shortBy: '678', met: false }),
    ]),
    indicator('A5', 'A5.2', 'NO_DATA'),
    indicator(null, 'C1', 'NO_TARGET'),
  ],
  documents: [part.document('KGZ', 'Law on protection'), part.document('KGZ', 'Order 12')],
  sources: [],
  contacts: [{ body: text('Statistics'), mailbox: 'data@stat.example' }],
  help: null,
};
const open = (search = '', more: object = {}) =>
  renderApp(`/en/countries/KGZ${search}`, { country: { ...country, ...more }, changes: null });
const named = (role: string, name: string | RegExp) => screen.queryByRole(role, { name });

describe('the page of a country', () => {
  it('shows every action, and each indicator with its value, what was due, its status and the gap in places', async () => {
    const due = country.indicators.map(({ series, ...rest }) => ({
      ...rest,
      series: { ...series, cell: { ...series.cell, expectedValue: '20.25' } },
    }));
    await open('', { indicators: due });
    const actions = within(screen.getByRole('table', { name: 'Actions' }));
    expect(actions.getAllByRole('rowheader')).toHaveLength(2);
    const row = screen.getByRole('rowheader', { name: /Name of A5.1/ }).closest('tr');
    expect(row?.textContent).toMatch(/12.*20\.3 was due by 2024.*off track/);
    expect(row?.textContent).toMatch(/Council of Europe: .*678.*690/);
    // a standard that a hidden figure would be compared with is not named
    expect(document.body.textContent).not.toContain('Hidden standard');
    expect(screen.getByText('1 indicator not reported').closest('details')?.textContent).toContain(
      'Name of A5.2',
    );
  });

  it('says how many indicators are scored, and names of a change no country but another', async () => {
    await renderApp('/en/countries/KGZ', { country, changes });
    expect(
      screen.getByText(
        'Something is known of 3 of 4 indicators; of the 3 that are scored, 2 can be assessed.',
      ),
    ).toBeTruthy();
    const about = screen.getByRole('heading', { name: 'What changed with the last release' });
    const items = within(about.closest('section') ?? document.body).getAllByRole('listitem');
    expect(items.map((one) => one.textContent)).toEqual([
      expect.stringContaining('A1 · Kazakhstan'),
      expect.stringContaining('A4.2 · 2023'),
      expect.stringContaining('A3.6 · 2023'),
    ]);
  });

  it('keeps to what is off track where that is asked for; context is never judged', async () => {
    await open('?only=offtrack');
    expect(named('rowheader', /Standards/)).toBeNull();
    expect(screen.getByRole('rowheader', { name: /Shelters/ })).toBeTruthy();
    expect(named('link', 'Name of A5.1')).toBeTruthy();
    for (const code of ['A1.1', 'A5.2', 'C1']) expect(named('link', `Name of ${code}`)).toBeNull();
    expect(screen.getByLabelText('Indicators and actions')).toHaveProperty('value', 'offtrack');
  });

  it('keeps to an area of the meeting, and says so where nothing is left', async () => {
    await open('?pillar=WORK_TOGETHER');
    expect(named('link', 'Name of A1.1')).toBeTruthy();
    for (const code of ['A5.1', 'C1']) expect(named('link', `Name of ${code}`)).toBeNull();
    await open('?pillar=WORK_TOGETHER&only=offtrack');
    expect(screen.getByText('No indicator matches this choice.')).toBeTruthy();
  });

  it('lists its documents with type, size and language', async () => {
    await open();
    const list = screen.getByRole('heading', { name: 'Documents' }).closest('section');
    expect(list?.textContent).toMatch(/Law on protection.*PDF.*2 KB.*in Russian/);
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
    await open('?only=offtrack', { release: { ...release, number: '2026.1', latest: false } });
    expect(screen.getByLabelText(/^This view in this release/)).toHaveProperty(
      'textContent',
      'https://qadam.test/en/countries/KGZ?only=offtrack&release=2026.1',
    );
    expect(screen.getByLabelText('How to cite').textContent).toContain('Kyrgyzstan');
    const foot = within(screen.getByRole('contentinfo'));
    expect(foot.getByRole('link', { name: 'Release 2026.1' })).toBeTruthy();
  });
});
