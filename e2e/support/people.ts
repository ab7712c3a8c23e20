import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

/** The shared password of the demonstration's accounts; the sign-in page shows it. */
export const demoPassword = 'demo-Qadam-2026';

/** Signs somebody in through the sign-in page; `next`: the page to which signing in leads. */
export async function signIn(
  page: Page,
  email: string,
  { password = demoPassword, next = '' } = {},
): Promise<void> {
  await page.goto(`/en/sign-in${next && `?next=${next}`}`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Opens a browser context of its own for one person and signs in through the page; `home`: the address where they arrive. */
export async function signedIn(browser: Browser, email: string, home: RegExp): Promise<Page> {
  const context: BrowserContext = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, email);
  await expect(page).toHaveURL(home);
  return page;
}
