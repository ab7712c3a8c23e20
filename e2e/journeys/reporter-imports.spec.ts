import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { cellsOf, isOpen, type Cell } from '../support/return-form.ts';
import { watch } from '../support/watch.ts';
import { openTemplate } from '../support/workbook.ts';

const [VALUE, NUMERATOR, DENOMINATOR] = [6, 7, 8];

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/en/import');
  await page.getByLabel('Language of the file').selectOption('ru');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel(/^File/).setInputFiles({ name, mimeType, buffer });
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('heading', { name: 'What would change' })).toBeVisible({
    timeout: 30_000,
  });
}

function pick(cells: Cell[], wanted: (cell: Cell) => boolean): string {
  const found = cells.find((cell) => isOpen(cell) && wanted(cell));
  if (found === undefined) throw new Error('Nothing like that is left to be filled in.');
  return found.indicator;
}

test('a template is filled in by a spreadsheet program, uploaded, corrected and stored; again it changes nothing', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, 'reporter.uzb@demo.example', /\/en\/report/);
  const { problems } = watch(page, baseURL ?? '');
  const cells = await cellsOf(page, 'UZB', 2025);
  const rate = pick(cells, ({ ratio }) => ratio);
  const hours = pick(cells, ({ unit }) => unit === 'HOUR');
  const count = pick(
    cells,
    // not an index, which may only have the values of its steps
    (cell) => cell.kind === 'NUMERIC' && !cell.ratio && !['HOUR', 'IX'].includes(cell.unit),
  );

  const template = await page.request.get('/templates/UZB/2025.xlsx?lang=ru');
  const { rowOf, set, save } = await openTemplate(await template.body());
  set(rowOf(rate), NUMERATOR, '1\u00a0250,5');
  set(rowOf(rate), DENOMINATOR, '50\u00a0000');
  set(rowOf(hours), VALUE, '12,5');
  // the Cyrillic letter З, which looks like the digit 3
  const slip = rowOf(count);
  set(slip, VALUE, 'З');

  await upload(page, 'Отчёт 2025 (2).xlsx', await save());
  await expect(page.getByText(/letter that looks like a digit/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Store/ })).toHaveCount(0);
  await expectNoViolations(page);
  // the result of the check is still there after the page is reloaded
  await page.reload();
  await page.getByLabel(`Value in row ${slip}`).fill('3');
  await page.getByRole('button', { name: 'Correct' }).click();
  // the values also include the unchanged laws that the template had filled in
  await page.getByRole('button', { name: /^Store \d+ values/ }).click();
  await expect(page.getByText(/\d+ new and 0 changed values/)).toBeVisible();

  const stored = new Map(
    (await cellsOf(page, 'UZB', 2025)).map(({ indicator, current }) => [indicator, current?.value]),
  );
  expect([stored.get(hours), stored.get(count)]).toEqual(['12.5', '3']);
  expect(stored.get(rate)).toEqual(expect.any(String));

  // one press submits the whole file; but nothing is submitted as long as a law in it has no proof
  await page.getByRole('button', { name: 'Hand in all of it for review' }).click();
  await expect(page.getByRole('alert')).toContainText(/^A\d\.\d+: This is new\. Attach a file/);
  await expectNoViolations(page);

  set(slip, VALUE, 3);
  await upload(page, 'Отчёт 2025 (3).xlsx', await save());
  await expect(page.getByText(/^Nothing changes/)).toBeVisible();
  expect(problems).toEqual([]);
});

test('a person says which column is what; the file is checked by it, also after the page is loaded anew', async ({
  browser,
  baseURL,
}) => {
  const page = await signedIn(browser, 'reporter.uzb@demo.example', /\/en\/report/);
  const { problems } = watch(page, baseURL ?? '');
  const [cell] = (await cellsOf(page, 'UZB', 2025)).filter(
    (one) => isOpen(one) && one.max === '100' && !one.ratio,
  );
  const code = cell?.indicator ?? '';
  await page.goto('/en/import');
  const buffer = Buffer.from(`What,How many\n${code},900\n`);
  await page.getByLabel(/^File/).setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('heading', { name: 'This file cannot be read' })).toBeVisible();
  await expectNoViolations(page);
  await page.getByLabel('Code of the indicator').selectOption(`What (${code})`);
  const value = page.getByRole('combobox', { name: 'Value', exact: true });
  await value.selectOption('How many (900)');
  await page.getByRole('button', { name: 'Check by these columns' }).click();
  await expect(page.getByRole('heading', { name: 'What would change' })).toBeVisible();
  await page.reload();
  await page.getByText('Columns of the file').click();
  await expect(value).toHaveValue('2');

  // a share above a hundred: the downloaded list explains it in words
  const link = page.getByRole('link', { name: /Download the list/ });
  const list = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(await list.text()).toMatch(/2,How many,To correct,ABOVE_MAX,.*\w+ \w+/);
  // on a phone everything about a row is below it
  await page.setViewportSize({ width: 360, height: 800 });
  const table = page.getByRole('group', { name: 'Rows of the file', exact: true });
  expect(await table.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  await expectNoViolations(page);
  expect(problems).toEqual([]);
});
