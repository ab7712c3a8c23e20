import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { markSignedIn } from '../desk/signed-in.ts';
import { deskApi, lastInput } from '../testing/desk-api.ts';
import { changes } from '../testing/changes.fixture.ts';
import { renderApp } from '../testing/render-app.tsx';

const none = {
  newValues: 0,
  revised: 0,
  actions: 0,
  statuses: 0,
  targets: 0,
  others: 0,
};
const following = {
  follows: [
    { kind: 'COUNTRY', code: 'KGZ', name: { lang: 'en', text: 'Kyrgyzstan' } },
    { kind: 'ACTION', code: 'A6', name: { lang: 'en', text: 'Crisis centres' } },
  ],
  views: [{ id: 'one', name: 'Two countries', path: '/en/indicators/A4.2?c=KGZ~UZB' }],
  monthly: false,
};
const news = {
  ...{ since: '2026-03-01T08:00:00Z', from: '2026.1', to: '2026.2', narrowed: true },
  ...{ counts: { ...none, newValues: 3, actions: 1 }, areas: changes.areas },
  items: changes.items.filter(({ class: name }) => ['FORWARD', 'REVISED'].includes(name)),
  unlisted: 0,
};
const payload = { following, problems: [] };
const answers = {
  ...{ following, news, recordVisit: true, follow: payload, unfollow: payload },
  ...{ saveView: payload, renameView: payload, deleteView: payload, chooseMonthly: payload },
};
const donor = { role: 'DONOR' } as const;

describe('what a donor follows', () => {
  it('begins with what was released since the last visit, counted and told', async () => {
    deskApi(donor, answers);
    await renderApp('/en/following', {});
    const region = await screen.findByRole('region', { name: 'Since your last visit' });
    expect(region.textContent).toContain(
      'Since your last visit on 1 March 2026: 1 change in an action, 3 new values.',
    );
    expect(within(region).getAllByRole('listitem')).toHaveLength(2);
  });

  it('says so where nothing of it changed, and that all is counted where nothing is followed', async () => {
    deskApi(donor, { ...answers, news: { ...news, counts: none, items: [] } });
    await renderApp('/en/following', {});
    await screen.findByText(/: nothing new in what you follow\./);
    cleanup();
    deskApi(donor, { ...answers, news: { ...news, narrowed: false } });
    await renderApp('/en/following', {});
    await screen.findByText(/This counts everything, as you do not follow anything yet\./);
  });

  it('leads to the pages that are followed and to the views as they were saved', async () => {
    deskApi(donor, answers);
    await renderApp('/en/following', {});
    const href = async (name: string) =>
      (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await href('Kyrgyzstan')).toBe('/en/countries/KGZ');
    expect(await href('Crisis centres')).toBe('/en/actions/A6');
    expect(await href('Two countries')).toBe('/en/indicators/A4.2?c=KGZ~UZB');
  });

  it('changes by one press: a follow ends, a view gets a new name, the mail is asked for', async () => {
    const calls = deskApi(donor, answers);
    await renderApp('/en/following', {});
    fireEvent.click(await screen.findByRole('button', { name: 'Stop following Kyrgyzstan' }));
    await waitFor(() => {
      expect(lastInput(calls)).toMatchObject({ kind: 'COUNTRY', code: 'KGZ' });
    });
    fireEvent.click(screen.getByRole('button', { name: 'Rename Two countries' }));
    fireEvent.change(screen.getByLabelText('New name'), { target: { value: 'Both' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      expect(lastInput(calls)).toMatchObject({ view: 'one', name: 'Both' });
    });
    fireEvent.click(screen.getByLabelText(/^Write to me at most once a month/));
    await waitFor(() => {
      expect(lastInput(calls)).toMatchObject({ monthly: true });
    });
  });
});

describe('on a public page', () => {
  beforeEach(() => sessionStorage.clear());
  const open = () => renderApp('/en/changes', { changes, releases: [] });

  it('whoever signed in reads above it what came since the last visit, with the way there', async () => {
    deskApi(donor, answers);
    markSignedIn(true);
    await open();
    await screen.findByText(
      /Since your last visit on 1 March 2026: 1 change in an action, 3 new values/,
    );
    const link = screen.getByRole('link', { name: 'Changes since that day' });
    expect(link.getAttribute('href')).toBe('/en/changes?from=2026.1');
    screen.getByRole('button', { name: 'Save this view' });
  });

  it('a visitor’s page asks the working side nothing', async () => {
    const calls = deskApi(null, answers);
    await open();
    expect(screen.queryByRole('button', { name: 'Save this view' })).toBeNull();
    expect(calls).toEqual([]);
  });

  it('a session that has ended makes it a visitor’s page again', async () => {
    deskApi(null, answers);
    markSignedIn(true);
    await open();
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Save this view' })).toBeNull();
    });
  });
});

describe('the page that a monthly mail leads to', () => {
  const press = async (status: number) => {
    window.history.replaceState(null, '', '/en/unsubscribe');
    const calls = deskApi(null, {}, { '/en/unsubscribe?token=t': () => [status, {}] });
    await renderApp('/en/unsubscribe?token=t', {});
    const button = await screen.findByRole('button', { name: 'Stop these e-mails' });
    // mail scanners open links: opening this one must not unsubscribe anybody
    expect(calls.filter(({ path }) => path.includes('unsubscribe'))).toEqual([]);
    await act(async () => {
      fireEvent.click(button);
      await Promise.resolve();
    });
  };

  it('ends the mails by its button and says so', async () => {
    await press(200);
    await screen.findByRole('heading', { name: 'The e-mails are stopped' });
  });

  it('says of a link that is not ours that it does not work, and of a fault that it can be tried again', async () => {
    await press(404);
    await screen.findByRole('heading', { name: 'This link does not work' });
    cleanup();
    await press(500);
    await screen.findByRole('button', { name: 'Try again' });
  });
});
