import { expect } from '@playwright/test';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { isOpen, cellsOf } from '../support/return-form.ts';

/** One word, about as long as file systems allow. */
const name = `Ведомость ${'ё'.repeat(100)}.csv`;

test('a file whose name is one long word is attached, and nothing leaves the page sideways', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'reporter.uzb@demo.example', /\/en\/report/);
  const cell = (await cellsOf(page, 'UZB', 2025)).find(
    // not an index, which takes only some values
    (one) => isOpen(one) && one.kind === 'NUMERIC' && !one.ratio && one.unit !== 'IX',
  );
  const label = cell?.names.find(({ lang }) => lang === 'en')?.text ?? '';
  await page.goto('/en/report/UZB/2025');
  const field = page.getByRole('textbox', { name: `${label}, 2025`, exact: true });
  await field.fill('1');
  await field.blur();
  await expect(page.getByText('All changes saved')).toBeVisible();
  await page.getByRole('button', { name: `Details: ${label}` }).click();
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') });
  await expect(page.getByRole('link', { name })).toBeVisible();
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const sideways = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect([width, sideways]).toEqual([width, 0]);
  }
  // later journeys find the return as it was
  await page.setViewportSize({ width: 1440, height: 800 });
  const saved = page.waitForResponse((one) => /saveValue/.test(one.request().postData() ?? ''));
  await field.fill('');
  await field.blur();
  await saved;
});
