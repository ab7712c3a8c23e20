import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApp } from '../testing/render-app.tsx';
import { scorecard } from '../testing/scorecard.fixture.ts';

const opened = Date.parse('2026-03-01T09:00:00Z');
const release = (number: string, latest: boolean) => ({
  ...{ number, latest, asOfYear: 2025, publishedAt: '2026-03-01T00:00:00Z', annual: true },
  ...{
    previous: null,
    note: { lang: 'en', text: '' },
    methodVersion: '1',
    contentHash: 'a',
    auditHead: 'b',
  },
});
const first = release('2026.1', true);
const withSecond = [release('2026.2', true), { ...first, latest: false }];

let asked: number;
beforeEach(() => {
  asked = 0;
  jest.spyOn(Date, 'now').mockReturnValue(opened);
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** A list of releases, to which another was added since the page was opened. */
const open = (address: string) =>
  renderApp(address, { releases: () => (asked++ === 0 ? [first] : withSecond) });

async function seenAgainAfter(minutes: number): Promise<void> {
  jest.spyOn(Date, 'now').mockReturnValue(opened + minutes * 60_000);
  await act(async () => {
    document.dispatchEvent(new Event('visibilitychange'));
    await import('./newer-release-notice.tsx');
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
}
const said = () => screen.queryByText(/has been published/)?.textContent;

it('says, when the tab is seen again, that a newer release is out, and leaves the page as it is', async () => {
  await open('/en/releases');
  await seenAgainAfter(6);
  expect(said()).toBe(
    'Release 2026.2 has been published; this page still shows 2026.1. Show the new release',
  );
  expect(screen.getByText(/has been published/).closest('[role="status"]')).not.toBeNull();
  expect(screen.getByRole('link', { name: 'Show the new release' }).getAttribute('href')).toBe(
    window.location.pathname,
  );
  expect(screen.queryByRole('link', { name: 'Release 2026.2' })).toBeNull();
});

it('does not ask again within minutes', async () => {
  await open('/en/releases');
  await seenAgainAfter(4);
  expect([asked, said()]).toEqual([1, undefined]);
});

it('says nothing where the address names the release', async () => {
  await open('/en/releases?release=2026.1');
  await seenAgainAfter(6);
  expect([asked, said()]).toEqual([1, undefined]);
});

it('takes no older release for a newer one once another page shows the newest', async () => {
  await renderApp('/en/releases', {
    scorecard, // read from 2026.2
    releases: () => {
      if (asked++ < 2) return [first];
      throw new Error('not answered');
    },
  });
  await seenAgainAfter(6);
  await userEvent.click(screen.getByRole('link', { name: /^Qadam/ }));
  await screen.findByRole('heading', { name: 'Are the priority actions being carried out?' });
  expect([asked, said()]).toEqual([3, undefined]);
});
