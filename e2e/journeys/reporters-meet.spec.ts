import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { cellsOf, expectAllSaved, isOpen } from '../support/return-form.ts';

const email = 'reporter.kgz@demo.example';

async function openForm(page: Page): Promise<void> {
  await page.goto('/en/report/KGZ/2025');
  await expect(page.getByRole('heading', { name: 'Report: Kyrgyzstan, 2025' })).toBeVisible();
}

test('two editors in one cell see both values, and choose in place', async ({ browser }) => {
  test.setTimeout(120_000);
  const mine = await signedIn(browser, email, /\/en\/report/);
  const theirs = await signedIn(browser, email, /\/en\/report/);
  const free = (await cellsOf(mine, 'KGZ', 2025)).filter(
    (cell) => isOpen(cell) && cell.kind === 'NUMERIC' && !cell.ratio && cell.table === null,
  );
  const [first = '', second = ''] = free.map(({ indicator }) => indicator);
  const field = (page: Page, indicator: string) =>
    page.locator(`tr[data-cell="${indicator}"] [data-entry="value"]`);
  const write = async (page: Page, indicator: string, value: string) => {
    await field(page, indicator).fill(value);
    await field(page, indicator).press('Tab');
  };
  const valueOf = async (indicator: string) =>
    (await cellsOf(mine, 'KGZ', 2025)).find((cell) => cell.indicator === indicator)?.current?.value;
  await openForm(mine);
  await openForm(theirs);
  for (const indicator of [first, second]) await write(theirs, indicator, '31');
  await expectAllSaved(theirs);

  for (const indicator of [first, second]) await write(mine, indicator, '33');
  const conflicts = mine.getByRole('alert');
  await expect(conflicts).toHaveCount(2);
  await expect(conflicts.first()).toContainText(
    /Reporter, Kyrgyzstan \(demonstration\) \(Reporter\) saved another value meanwhile \(.*\d:\d\d\)/,
  );
  await expect(conflicts.first()).toContainText('Saved by them:31');
  await expect(conflicts.first()).toContainText('Typed by you:33');
  await expectNoViolations(mine);
  // nothing was overwritten, and nothing that was typed is gone
  expect(await valueOf(first)).toBe('31');
  await expect(field(mine, first)).toHaveValue('33');

  await conflicts.first().getByRole('button', { name: 'Keep mine' }).click();
  await conflicts.first().getByRole('button', { name: 'Take theirs' }).click();
  await expect(conflicts).toHaveCount(0);
  await expectAllSaved(mine);
  await expect(field(mine, second)).toHaveValue('31');
  expect([await valueOf(first), await valueOf(second)]).toEqual(['33', '31']);
});

test('a session that ends is signed in again over the grid, and what was typed is saved', async ({
  browser,
}) => {
  const page = await signedIn(browser, email, /\/en\/report/);
  const free = (await cellsOf(page, 'KGZ', 2025)).filter(
    (cell) => isOpen(cell) && cell.kind === 'NUMERIC' && !cell.ratio && cell.table === null,
  );
  const indicator = free.at(-1)?.indicator ?? '';
  await openForm(page);
  await page.context().clearCookies();
  const field = page.locator(`tr[data-cell="${indicator}"] [data-entry="value"]`);
  await field.fill('27');
  await field.press('Tab');
  const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
  await expect(dialog).toBeVisible();
  await expectNoViolations(page);
  await dialog.getByLabel('Password', { exact: true }).fill('demo-Qadam-2026');
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(field).toHaveValue('27');
  await expectAllSaved(page);
  const saved = (await cellsOf(page, 'KGZ', 2025)).find((cell) => cell.indicator === indicator);
  expect([saved?.version, saved?.current?.value]).toEqual([1, '27']);
});

test('on a phone one indicator is on the screen, and the way through all of them ends at submitting', async ({
  browser,
}) => {
  const page = await signedIn(browser, email, /\/en\/report/);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/en/report/KGZ/2025?section=F3');
  const bar = page.getByRole('navigation', { name: 'Step through the indicators' });
  await expect(bar).toContainText('1 of 5');
  await expect(page.locator('tr[data-cell]')).toHaveCount(1);
  await bar.getByRole('button', { name: 'Next' }).click();
  await expect(bar).toContainText('2 of 5');
  await expect(page).toHaveURL(/cell=F3\.2/);
  await expect(page.locator('tr[data-cell="F3.2"] [data-entry]').first()).toBeFocused();
  await page.reload();
  await expect(bar).toContainText('2 of 5');
  for (let step = 2; step < 5; step += 1) await bar.getByRole('button', { name: 'Next' }).click();
  await bar.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByRole('dialog')).toContainText('stay empty');
  await expectNoViolations(page);
});
