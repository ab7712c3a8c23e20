import { expect, test as base, type Page, type Response } from '@playwright/test';

/**
 * A test that leaves no page open. Playwright only closes the page that it opened itself; those of people who signed in would stay
 * open until the last journey has ended, and cost the browser memory and time.
 */
export const test = base.extend<{ leavesNoPage: undefined }>({
  leavesNoPage: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
});

/**
 * Opens a public page and waits until React has taken it over and nothing on it is still loading. Waiting for a quiet network instead would take
 * half a second more for each page.
 */
export async function visit(page: Page, address: string): Promise<Response | null> {
  const response = await page.goto(address);
  await page.waitForFunction(() => {
    const heading = document.querySelector('h1');
    return heading !== null && Object.keys(heading).some((key) => key.startsWith('__reactFiber'));
  });
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  return response;
}
