import { afterEach, expect, it, jest } from '@jest/globals';
import { lazyPage } from './lazy-page.ts';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

/** The error thrown when a page is shown whose code could not be loaded. */
async function thrown(answer: () => Promise<Response>): Promise<unknown> {
  globalThis.fetch = jest.fn(answer);
  const Page = lazyPage(() => Promise.reject(new Error('no such module')));
  await Page.preload?.();
  try {
    return (Page as () => unknown)();
  } catch (error) {
    return error;
  }
}

it('tells code that is gone from a network that leads nowhere by asking the site', async () => {
  expect(navigator.onLine).toBe(true);
  expect(await thrown(() => Promise.resolve(new Response()))).toEqual(new Error('no such module'));
  expect(await thrown(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual(
    new TypeError('Failed to fetch'),
  );
});
