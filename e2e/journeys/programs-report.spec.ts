import { expect, request } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { watch } from '../support/watch.ts';

test('a token is made, sends a file by a program, shows when it was used, and is revoked', async ({
  browser,
  baseURL,
}) => {
  const page = await signedIn(browser, 'reporter.tjk@demo.example', /\/en\/report/);
  const { problems } = watch(page, baseURL ?? '');
  await page.getByRole('link', { name: 'Programs' }).click();
  await expect(page.getByText('There are no tokens yet.')).toBeVisible();
  await page.getByLabel(/^Which program has it/).fill('Statistics server');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = (await page.getByRole('status').locator('pre').textContent()) ?? '';
  expect(token).toMatch(/^qadam_[\w-]{43}$/);
  await expectNoViolations(page);
  // the token is shown only this once
  await page.reload();
  const line = page.getByRole('row', { name: /Statistics server/ });
  await expect(line).toContainText('never');
  expect(await page.content()).not.toContain(token);

  // sends as a program does, without a browser or a cookie
  const program = await request.newContext({ baseURL: baseURL ?? '' });
  const send = (country: string) =>
    program.post(`/imports?country=${country}&dryRun=true`, {
      headers: { authorization: `Bearer ${token}` },
      multipart: {
        file: {
          name: 'values.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('code,year,value\nA6.6,2025,3.5\n'),
        },
      },
    });
  const sent = await send('TJK');
  expect(await sent.json()).toMatchObject({ state: 'CHECKED', summary: { new: 1, errors: 0 } });
  expect((await send('KAZ')).status()).toBe(404);

  await page.reload();
  await expect(line).not.toContainText('never');
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Revoke Statistics server' }).click();
  await expect(line).toContainText('Revoked');
  expect((await send('TJK')).status()).toBe(401);
  expect(problems).toEqual([]);
});

test('a file of many years is taken, its closed years are opened in one step, and it is stored', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, 'reporter.tjk@demo.example', /\/en\/report/);
  const { problems } = watch(page, baseURL ?? '');
  await page.goto('/en/import');
  await page.getByLabel('Report', { exact: true }).selectOption('All years that the file is about');
  const buffer = Buffer.from('Country;Indicator;2021;2025\nTajikistan;A6.6;2.5;3.5\n');
  await page.getByLabel(/^File/).setInputFiles({ name: 'all.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Check the file' }).click();
  const years = page.getByRole('region', { name: 'Years of the file' });
  await expect(years.getByRole('row', { name: /^2021/ })).toContainText('1');
  await expect(page.getByText(/officer can open the closed years/)).toBeVisible();
  await expectNoViolations(page);

  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  await officer.goto(page.url());
  await officer.getByRole('button', { name: 'Open the closed years for this file' }).click();
  await expect(officer.getByRole('button', { name: /Open the closed years/ })).toHaveCount(0);

  await page.reload();
  await page.getByRole('button', { name: /^Store 2 values/ }).click();
  await expect(page.getByText('2 new and 0 changed values')).toBeVisible();
  expect(problems).toEqual([]);
});
