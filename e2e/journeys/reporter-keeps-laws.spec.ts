import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { type Cell, cellsOf, codeOf, isOpen } from '../support/return-form.ts';
import { expectNoSidewaysScroll, watch } from '../support/watch.ts';

/** One word, about as long as file systems allow. */
const longName = `Ведомость${'ё'.repeat(100)}.csv`;

/** Waits until the server has what was typed, and the page says that nothing is unsaved. */
async function expectKept(page: Page, isKept: (laws: Cell[]) => boolean): Promise<void> {
  const kept = async () =>
    isKept((await cellsOf(page, 'TJK', 2025)).filter(({ element }) => element !== null));
  await expect.poll(kept, { timeout: 30_000 }).toBe(true);
  const said = page.getByText(/^(All changes saved|Nothing unsaved)$/);
  await expect(said).toBeVisible({ timeout: 30_000 });
}

test('what changed in a law is entered with its article and proof, and the rest in one click', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, 'reporter.tjk@demo.example', /\/en\/report/);
  const { problems } = watch(page, baseURL ?? '');
  const open = (await cellsOf(page, 'TJK', 2025)).filter(
    (cell) => cell.element !== null && isOpen(cell),
  );
  const [changed] = open;
  if (changed === undefined) throw new Error('No part of a law is left to be filled in.');
  await page.goto('/en/report/TJK/2025');

  const row = page.locator(`[id="cell-${codeOf(changed)}"]`);
  await row.getByRole('combobox').first().selectOption('5');
  await row.getByLabel(/^Date:/).fill('14.05.2025');
  await row.getByLabel(/^Article or decree:/).fill('Government resolution No. 7');
  await row.getByLabel(/^Article or decree:/).blur();
  await expectKept(page, (laws) =>
    laws.some((cell) => codeOf(cell) === codeOf(changed) && Boolean(cell.current?.provision)),
  );
  await page
    .getByRole('button', { name: /^Attach a file or link:/ })
    .first()
    .click();
  const details = page.locator(`tr[data-indicator="${codeOf(changed)}"]`).last();
  await details.getByText('Add the link').first().click();
  await details.getByLabel('Link (https)').fill('https://adlia.tj/resolution-7');
  await details.getByLabel('What it leads to').fill('Resolution No. 7');
  await details.getByRole('button', { name: 'Add the link' }).click();
  await expect(details.getByRole('link', { name: 'Resolution No. 7' })).toBeVisible();
  await details
    .locator('input[type="file"]')
    .setInputFiles({ name: longName, mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') });
  await expect(details.getByRole('link', { name: longName })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page);

  await page.getByRole('button', { name: 'Nothing changed in any law' }).click();
  await expect(page.getByText(/stages? (is|are) as before/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Nothing changed in any law' })).toBeVisible();
  await expectKept(page, (laws) =>
    open
      .filter((cell) => cell !== changed)
      .every((cell) => !laws.find((one) => codeOf(one) === codeOf(cell))?.current?.value),
  );
  await page.getByRole('button', { name: 'Nothing changed in any law' }).click();
  await expect(page.getByText(/stages? (is|are) as before/)).toBeVisible({ timeout: 15_000 });

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/en/report/TJK/2025?cell=${changed.indicator}`);
  await expect(page.locator(`[id="cell-${codeOf(changed)}"]`)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page);
  expect(problems).toEqual([]);
});
