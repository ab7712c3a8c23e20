import { afterEach, expect, it, jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';
import { scorecard } from '../testing/scorecard.fixture.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

it('a page that is seen again stays where the code of the line about a newer release cannot be fetched', async () => {
  const asked = jest.fn(() => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  jest.unstable_mockModule('./newer-release-notice.tsx', asked);
  await renderApp('/en', { scorecard });
  const later = Date.now() + 6 * 60_000;
  jest.spyOn(Date, 'now').mockReturnValue(later);
  await act(async () => {
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(asked).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'Are the priority actions being carried out?',
  );
});
