import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GraphQLError } from 'graphql';
import { renderApp } from '../testing/render-app.tsx';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a page that did not come', () => {
  it('names the reference for the operator and comes when it is asked for again', async () => {
    let asked = 0;
    await renderApp('/en/releases', {
      releases: () => {
        asked += 1;
        if (asked > 1) return [];
        throw new GraphQLError('broken', { extensions: { requestId: 'req-42' } });
      },
    });
    expect(screen.getByRole('alert').textContent).toContain('This page could not be loaded');
    expect(screen.getByText('Reference: req-42')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(asked).toBe(2);
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(
      'Nothing has been published yet',
    );
  });

  it.each([
    [
      'RATE_LIMITED',
      'Many pages were opened from your network in a short time. Try again in 12 s.',
    ],
    ['UNAVAILABLE', 'The site cannot answer right now. Try again in 12 s.'],
  ])('that is refused for now (%s) says when to come back', async (code, text) => {
    await renderApp('/en/releases', {
      releases: () => {
        throw new GraphQLError('not now', { extensions: { code, retryAfter: 12 } });
      },
    });
    expect(screen.getByRole('alert').textContent).toBe(`Please wait a moment${text}Try again`);
  });

  it('says that there is no connection instead of a fault of ours, and notices when it returns', async () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await renderApp('/ru/releases', {
      releases: () => {
        throw new Error('no network');
      },
    });
    expect(screen.getByRole('heading', { level: 1, name: 'Нет соединения' })).toBeTruthy();
    online.mockReturnValue(true);
    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    expect(screen.queryByRole('heading', { name: 'Нет соединения' })).toBeNull();
  });
});

describe('an address of nothing', () => {
  it('offers ways on and a search', async () => {
    await renderApp('/en/nothing', {});
    expect(
      screen.getByRole('heading', { level: 1, name: 'This page does not exist' }),
    ).toBeTruthy();
    expect(screen.getAllByRole('searchbox')).toHaveLength(2);
  });
});
