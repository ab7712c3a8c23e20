import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, watch } from '../support/watch.ts';

test('a visitor comes from the open data, tries ready queries, completes one of their own and reads what can be asked', async ({
  page,
  baseURL,
}) => {
  const { problems } = watch(page, baseURL ?? '');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/en/data');
  await page.getByRole('link', { name: 'Try GraphQL queries' }).click();
  const editor = page.getByRole('textbox', { name: 'Query', exact: true });
  await expect(page.locator('.cm-content')).toBeVisible();
  await expectNoSidewaysScroll(page);

  const answer = page.getByRole('region', { name: 'Answer' }).locator('pre');
  const examples = page.getByRole('group', { name: 'Ready examples' }).getByRole('link');
  expect(await examples.count()).toBe(6);
  for (const example of await examples.all()) {
    await example.click();
    await expect(example).toHaveAttribute('aria-current', /true|page/);
    await expect(examples.and(page.locator('[aria-current]'))).toHaveCount(1);
    await expect(page.locator('.cm-content')).toBeVisible();
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(answer).toContainText('"data"');
    await expect(answer).not.toContainText('"errors"');
  }

  await editor.click();
  await page.keyboard.press('Control+a');
  // these characters are shortcuts elsewhere on the page
  await page.keyboard.type('# a/b?');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.type('{ are');
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: /^areas/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('as(lang: kk) { code');
  await page.keyboard.press('Control+Enter');
  await expect(answer).toContainText('"CA4"');
  // Tab leaves the editor, so that people who use the keyboard are not trapped in it
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Variables (JSON)')).toBeFocused();

  await page.getByRole('button', { name: 'IndicatorList', exact: true }).click();
  await expect(page.getByText('Deprecated: Ask the query actions')).toBeVisible();
  await expectNoSidewaysScroll(page);
  expect(problems).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the form asks by itself', async ({ page }) => {
    await page.goto('/ru/about/graphql?example=lists');
    await page.getByRole('button', { name: 'Выполнить' }).click();
    await expect(page.locator('body')).toContainText('"code":"CA4"');
  });
});
