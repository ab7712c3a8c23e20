import { expect } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { cellsOf, expectAllSaved, isOpen, type Cell } from '../support/return-form.ts';
import { watch } from '../support/watch.ts';

/** A figure as a Russian spreadsheet shows it: with NBSP between thousands and a decimal comma. */
function shown(figure: string): string {
  const [whole = '', decimals] = figure.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

/** An unremarkable value, numerator and denominator: the last value again if there is one. */
function figuresOf({ ratio, unit, max, history }: Cell): string[] {
  const last = history.at(-1)?.value;
  // the highest value of an index is valid, whatever its steps are
  const first = unit === 'IX' ? (max ?? '7') : '7';
  if (!ratio) return [shown(last ?? first), '', ''];
  return ['', shown('500'), shown('200000')];
}

test('a block from a spreadsheet is pasted and submitted in three clicks', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, 'reporter.kaz@demo.example', /\/en\/report/);
  const { problems } = watch(page, baseURL ?? '');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const pasted = (await cellsOf(page, 'KAZ', 2025)).filter(
    // not a share with earlier values: this test does not know its parts, and other parts would be remarkable
    (cell) => isOpen(cell) && cell.kind === 'NUMERIC' && !(cell.ratio && cell.history.length > 0),
  );
  expect(pasted.length).toBeGreaterThanOrEqual(20);
  await page.goto('/en/report/KAZ/2025');
  await expect(page.getByRole('table').first()).toBeVisible();

  const heading = ['Показатель', '2025 г.', 'Числитель', 'Знаменатель', 'Источник'];
  const rows = pasted.map((cell) => [
    cell.names.find(({ lang }) => lang === 'ru')?.text ?? cell.indicator,
    ...figuresOf(cell),
    '"Order ""7""\nof 12 May"',
  ]);
  const block = [heading, ...rows].map((row) => row.join('\t')).join('\r\n');
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await page.locator('[data-entry]:enabled').first().focus();
  await page.keyboard.press('Control+V');

  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectNoViolations(page);
  // first click
  await dialog.getByRole('button', { name: /^Paste \d+ values/ }).click();
  await expectAllSaved(page);
  // second click
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await expectNoViolations(page);
  // third click
  await dialog.getByRole('button', { name: /^Submit \d+ values/ }).click();
  await expect(page.getByText(/Received under number KAZ-2025-/)).toBeVisible();
  await expectNoViolations(page);
  const sources = (await cellsOf(page, 'KAZ', 2025)).filter((cell) => !isOpen(cell));
  expect(sources.length).toBeGreaterThanOrEqual(pasted.length);
  expect(problems).toEqual([]);
});
