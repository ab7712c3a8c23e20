import { registerHooks } from 'node:module';
import { afterAll, afterEach, expect, it, jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { scorecard } from '../testing/scorecard.fixture.ts';

const asked = jest.fn(() => {
  throw new TypeError('Failed to fetch dynamically imported module');
});
// loads the app as new modules: what another spec in this thread has loaded would not be fetched again
const hooks = registerHooks({
  resolve(specifier, context, next) {
    if (specifier === './newer-release-notice.tsx') asked();
    const found = next(specifier, context);
    const anew = context.parentURL?.endsWith('?anew') && /\.tsx?$/.test(specifier);
    return anew ? { ...found, url: `${found.url}?anew` } : found;
  },
});
afterAll(() => hooks.deregister());
afterEach(() => {
  jest.restoreAllMocks();
});

it('a page that is seen again stays where the code of the line about a newer release cannot be fetched', async () => {
  const anew = '../testing/render-app.tsx?anew';
  const { renderApp } = (await import(anew)) as typeof import('../testing/render-app.tsx');
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
