import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { changes } from '../testing/changes.fixture.ts';
import { renderApp } from '../testing/render-app.tsx';
import { release, text } from '../testing/series.fixture.ts';

const releases = ['2026.2', '2026.1'].map((number) => ({
  ...{ ...release, number, latest: number === '2026.2', annual: true, previous: null },
  ...{ note: text(''), methodVersion: '1.0', contentHash: '', auditHead: '' },
}));
const asIn = (asked: string | null | undefined) =>
  releases.find(({ number }) => number === (asked ?? '2026.2'));
const answers = {
  ...{ changes, releases },
  dataQuality: {
    ...{ release, areas: [], indicators: [], years: [], cells: [], counts: [] },
    ...{ page: 1, pages: 1, indicatorCount: 0, silentCount: 0 },
  },
  scorecard: ({ release: asked }: { release?: string | null }) => ({
    ...{ release: asIn(asked), year: 2025, firstYear: 2015, areas: [], rows: [] },
  }),
};

describe('a page for readers is cited in the release it was read from, which stands at its foot', () => {
  it.each([
    ['countries', 'countries?release=2026.2'],
    ['countries?release=2026.1', 'countries?release=2026.1'],
    ['releases', 'releases?release=2026.2'],
    ['releases?release=2026.1', 'releases?release=2026.1'],
    ['quality?dim=revisions', 'quality?dim=revisions&release=2026.2'],
    ['changes', 'changes?from=2026.1&to=2026.2'],
  ])('/%s as /%s', async (path, cited) => {
    await renderApp(`/en/${path}`, answers);
    const [address, citation] = document.querySelectorAll('[data-cite-page] code');
    expect(address?.textContent).toBe(`https://qadam.test/en/${cited}`);
    const number = /20\d\d\.\d$/.exec(cited)?.[0] ?? '';
    expect(citation?.textContent).toContain(`Release ${number}, 25 November 2026`);
    within(screen.getByRole('contentinfo')).getByRole('link', { name: `Release ${number}` });
  });

  it('and an earlier list of releases names no later one', async () => {
    await renderApp('/en/releases?release=2026.1', answers);
    const main = within(screen.getByRole('main'));
    expect(main.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      'Release 2026.1',
    ]);
  });
});
