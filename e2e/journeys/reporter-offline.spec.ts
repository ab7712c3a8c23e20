import { expect, test } from '@playwright/test';
import { signedIn } from '../support/people.ts';
import { cellsOf, isOpen, watchSaves } from '../support/return-form.ts';

test('values typed without a network and closed are saved once each by the page that is opened later', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const closed = await signedIn(browser, 'reporter.uzb@demo.example', /\/en\/report/);
  const context = closed.context();
  const savedOffline = watchSaves(closed);
  const open = (await cellsOf(closed, 'UZB', 2025))
    .filter((cell) => isOpen(cell) && cell.kind === 'NUMERIC')
    .map(({ indicator }) => indicator);
  await closed.goto('/en/report/UZB/2025');
  await expect(closed.getByRole('table').first()).toBeVisible();
  await context.setOffline(true);
  await expect(closed.getByText(/^No network\. You can go on typing/)).toBeVisible();
  const typed: string[] = [];
  for (const row of await closed.locator('tr[id^="cell-"]').all()) {
    const indicator = (await row.getAttribute('data-indicator')) ?? '';
    if (!open.includes(indicator)) continue;
    await row.locator('[data-entry="value"]').fill('3');
    await row.locator('[data-entry="value"]').press('Tab');
    typed.push(indicator);
  }
  expect(typed.length).toBeGreaterThanOrEqual(20);
  await expect(closed.getByText('queued, no connection')).toHaveCount(typed.length);
  await closed.close();
  expect(savedOffline).toEqual([]);

  await context.setOffline(false);
  const page = await context.newPage();
  const saves = watchSaves(page);
  await page.goto('/en/report/UZB/2025');
  await expect(page.locator('[data-save="SAVED"]')).toHaveCount(typed.length, {
    timeout: 30_000,
  });
  expect(saves).toEqual(typed);

  // and nothing is left to be sent by the next page
  await page.reload();
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.waitForTimeout(1500);
  expect(saves).toHaveLength(typed.length);
  const cells = await cellsOf(page, 'UZB', 2025);
  const saved = cells.filter(({ indicator }) => typed.includes(indicator));
  expect(saved.map(({ version, current }) => `${version} ${current?.value ?? ''}`)).toEqual(
    typed.map(() => '1 3'),
  );
});

test('on a shared computer nothing is left when the page was closed', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/en/sign-in');
  await page.getByRole('button', { name: /reporter\.uzb@demo\.example/ }).click();
  await page.getByLabel(/^Other people use this computer/).check();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/en\/report/);
  await page.goto('/en/report/UZB/2025');
  await expect(page.getByRole('table').first()).toBeVisible();
  await context.setOffline(true);
  await page.locator('input[data-entry="value"]:enabled').last().fill('3');
  await expect(page.getByText(/keep this page open/)).toBeVisible();
  const databases = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name),
  );
  expect(databases).toEqual([]);
});
