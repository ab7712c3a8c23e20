import { test as base } from '@playwright/test';

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
