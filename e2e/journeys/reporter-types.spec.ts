import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { cellsOf, codeOf, expectAllSaved, isOpen, withParts } from '../support/return-form.ts';
import { watch } from '../support/watch.ts';

/** The field that has the focus. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const place = element?.closest<HTMLElement>('[data-cell]');
    const { entry } = element?.dataset ?? {};
    return {
      field: entry,
      indicator: place?.dataset['indicator'],
      cell: place?.dataset['cell'],
      isChoice: element instanceof HTMLSelectElement,
      isYesNo: element instanceof HTMLSelectElement && element.options.length === 3,
      value: (element as HTMLInputElement | null)?.value ?? '',
    };
  });
}

/** Values of parts that add up: 1 for each sex and age, and so for the margins and the total. */
function partOf(cell: string): string | undefined {
  const [indicator = '', ...axes] = cell.split(' ');
  if (indicator === 'A5.8') return axes.length === 0 ? '12' : '6';
  if (indicator !== 'A5.10') return undefined;
  if (axes.length === 0) return '12';
  if (axes.length === 2) return '1';
  return cell.includes('sex=') ? '6' : '2';
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
  const open = new Set(cells.filter(isOpen).map(codeOf));
  const all = withParts(cells);
  expect(all.filter(isOpen).length).toBeGreaterThanOrEqual(41);
  const hasParts = new Set(cells.flatMap(({ indicator, ratio }) => (ratio ? [indicator] : [])));
  await page.goto('/en/report/TJK/2025');
  await expect(page.getByRole('table').first()).toBeVisible();

  await test.step('the cursor is in a value; outside of fields a question mark shows the keys, and Tab leads back', async () => {
    await expect.poll(async () => (await focused(page)).field).toBeDefined();
    await page.locator('main').focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('Fill from last year');
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    for (let tabs = 0; tabs < 80 && (await focused(page)).field === undefined; tabs += 1) {
      await page.keyboard.press('Tab');
    }
  });

  let last = '';
  for (;;) {
    const { field, indicator = '', cell = '', isChoice, isYesNo, value } = await focused(page);
    const place = `${cell} ${field}`;
    const part = partOf(cell);
    // from the last field Enter goes nowhere
    if (field === undefined || place === last) break;
    last = place;
    if (value === '' && open.has(indicator)) {
      if (isChoice) await page.keyboard.press(isYesNo ? 'y' : '1');
      // women and men are half of the total each
      else if (field === 'numerator') await page.keyboard.type(cell === indicator ? '10' : '5');
      else if (field === 'denominator') await page.keyboard.type(cell === indicator ? '40' : '20');
      else if (part !== undefined) await page.keyboard.type(part);
      else if (hasLastYear.has(indicator) && !hasParts.has(indicator)) {
        await page.keyboard.press('Control+d');
      } else if (!hasParts.has(indicator)) await page.keyboard.type('3?');
      if ((await focused(page)).value === '3?') await page.keyboard.press('Backspace');
    }
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Tab');
  await expectAllSaved(page);
  // counted as on the reporter's home page: a law counts once, and parts only in their own tables
  const asked = new Set(cells.map(({ indicator }) => indicator)).size;
  await expect(page.getByText(`${asked} of ${asked} filled in`)).toBeVisible();
  await expect(page.getByText(/parts? still empty/)).toHaveCount(0);
  await expect(page.getByText(/parts add up to/)).toHaveCount(0);
  const after = withParts(await cellsOf(page, 'TJK', 2025));
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
