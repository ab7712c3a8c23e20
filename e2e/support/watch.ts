import { expect, type Page } from '@playwright/test';

/** Collects what no page may do: errors in the console, refused styles or scripts, requests to another host. */
export function watch(page: Page, baseURL: string): { problems: string[] } {
  const problems: string[] = [];
  const own = new URL(baseURL).host;
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== own)
      problems.push(`request to ${url.host}`);
  });
  return { problems };
}

/** Expects that the page is no wider than the window. Polls, because charts take a moment to follow a new width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  await expect.poll(excess, { message: 'the page scrolls sideways' }).toBeLessThanOrEqual(0);
}
