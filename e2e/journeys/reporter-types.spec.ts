import { expect, test, type Page } from '@playwright/test';
import { signedIn } from '../support/people.ts';
import { cellsOf, expectAllSaved, isOpen } from '../support/return-form.ts';
import { watch } from '../support/watch.ts';

/** What the keyboard is in. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const row = element?.closest<HTMLElement>('[data-indicator]');
    const { entry } = element?.dataset ?? {};
    return {
      field: entry,
      indicator: row?.dataset['indicator'],
      isChoice: element instanceof HTMLSelectElement,
      isYesNo: element instanceof HTMLSelectElement && element.options.length === 3,
      value: (element as HTMLInputElement | null)?.value ?? '',
    };
  });
}

test('all empty values of a return are typed by keyboard alone', async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const page = await signedIn(browser, 'reporter.tjk@demo.example', /\/en\/report/);
  const { problems } = watch(page, baseURL ?? '');
  const cells = await cellsOf(page, 'TJK', 2025);
  const hasLastYear = new Set(
    cells.flatMap(({ indicator, history }) =>
      history.some(({ year, value }) => year === 2024 && value !== null) ? [indicator] : [],
    ),
  );
  const open = new Set(cells.filter(isOpen).map(({ indicator }) => indicator));
  expect(open.size).toBeGreaterThan(8);
  const hasParts = new Set(cells.flatMap(({ indicator, ratio }) => (ratio ? [indicator] : [])));
  await page.goto('/en/report/TJK/2025');
  await expect(page.getByRole('table')).toBeVisible();

  await test.step('a question mark shows the keys, and Tab leads to the first value', async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('Fill from last year');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    for (let tabs = 0; tabs < 80 && (await focused(page)).field === undefined; tabs += 1) {
      await page.keyboard.press('Tab');
    }
  });

  let last = '';
  for (;;) {
    const { field, indicator = '', isChoice, isYesNo, value } = await focused(page);
    const place = `${indicator} ${field}`;
    // Enter has nowhere to go from the last one
    if (field === undefined || place === last) break;
    last = place;
    if (value === '' && open.has(indicator)) {
      if (isChoice) await page.keyboard.press(isYesNo ? 'y' : '1');
      else if (field === 'numerator') await page.keyboard.type('10');
      else if (field === 'denominator') await page.keyboard.type('40');
      else if (hasLastYear.has(indicator) && !hasParts.has(indicator)) {
        await page.keyboard.press('Control+d');
      } else if (!hasParts.has(indicator)) await page.keyboard.type('3?');
      if ((await focused(page)).value === '3?') await page.keyboard.press('Backspace');
    }
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Tab');
  await expectAllSaved(page);
  await expect(page.getByText(`${cells.length} of ${cells.length} filled in`)).toBeVisible();
  const after = await cellsOf(page, 'TJK', 2025);
  expect(after.filter(({ current }) => current === null)).toEqual([]);

  await test.step('Ctrl+Z takes the last value back, Ctrl+Enter opens its details', async () => {
    const { indicator } =
      cells.findLast((cell) => isOpen(cell) && cell.kind === 'NUMERIC' && !cell.ratio) ?? {};
    const row = page.locator(`tr[data-indicator="${indicator ?? ''}"]`).first();
    const input = row.locator('[data-entry="value"]');
    const before = await input.inputValue();
    await input.focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('1');
    await expect(input).toHaveValue(`${before}1`);
    await page.keyboard.press('Control+z');
    await expect(input).toHaveValue(before);
    await page.keyboard.press('Control+Enter');
    await expect(row.getByRole('button', { name: /^Details/ })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
  });
  expect(problems).toEqual([]);
});
