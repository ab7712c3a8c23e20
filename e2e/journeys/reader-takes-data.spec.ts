import { readFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { watch } from '../support/watch.ts';

const run = promisify(execFile);

async function taken(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return {
    file: download.suggestedFilename(),
    bytes: await readFile(await download.path()),
  };
}

test('a reader takes the data as a table, as a workbook and by standards, and asks the API', async ({
  page,
  baseURL,
  request,
}) => {
  const { problems } = watch(page, baseURL ?? '');
  await page.goto('/en/data');
  await page.waitForLoadState('networkidle');

  const csv = await taken(page, 'CSV for programs');
  expect(csv.file).toMatch(/^qadam-all-\d{4}\.\d+-en\.csv$/);
  const [head = '', first = ''] = csv.bytes.toString('utf8').split('\r\n');
  expect(head).toMatch(
    /^indicator,indicator_name,area,.*numerator,denominator,.*licence.*citation$/,
  );
  expect(first).toContain('Qadam');

  const xlsx = await taken(page, 'Excel workbook');
  expect(xlsx.file).toMatch(/^qadam-all-\d{4}\.\d+-en\.xlsx$/);
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');

  for (const name of ['SDMX-CSV 2.0', 'SDMX-JSON 2.0', 'IATI 2.03', 'DHIS2: ADX']) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    expect((await request.get(href ?? '')).status(), name).toBe(200);
  }

  await page.getByRole('link', { name: 'API', exact: true }).first().click();
  await expect(page).toHaveURL(/\/en\/about\/api$/);
  await expect(page.locator('h1')).toHaveText('API');
  const example = (await page.getByRole('region', { name: 'Example: curl' }).textContent()) ?? '';
  // The example shows the public address of the site: replaces it by that of this server.
  const here = example.replaceAll(/https?:\/\/[^/']+(?=\/)/g, baseURL ?? '');
  const { stdout } = await run('sh', ['-e', '-c', here]);
  expect(stdout).toMatch(/^indicator,indicator_name/);
  expect(stdout).toContain('{"data":{"indicator":{"series":');
  expect(problems).toEqual([]);
});
