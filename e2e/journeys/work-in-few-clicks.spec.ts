import { expect, test, type Page } from '@playwright/test';
import { signedIn } from '../support/people.ts';
import { cellsOf, codeOf, expectAllSaved, isOpen } from '../support/return-form.ts';
import { watch } from '../support/watch.ts';
import { words } from '../support/words.ts';
import { change, work } from '../support/work.ts';

/** The two screens that people sit at. */
const screens = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } };
const languages = ['en', 'ru'] as const;

/** Rows with a value that lie on the screen whole, and where the first field that can be filled in is. */
const onScreen = (page: Page) =>
  page.evaluate(() => {
    const isWhole = (row: Element) => {
      const { top, bottom, height } = row.getBoundingClientRect();
      return height > 0 && top >= 0 && bottom <= window.innerHeight;
    };
    const [first] = document.querySelectorAll<HTMLElement>('tr[data-cell] [data-entry]:enabled');
    return {
      rows: [...document.querySelectorAll('tr[data-cell]')].filter(isWhole).length,
      isFirstWhole: first !== undefined && isWhole(first),
      isInEmptyField:
        document.activeElement?.matches('tr[data-cell] [data-entry]') === true &&
        (document.activeElement as HTMLInputElement).value === '',
    };
  });

for (const lang of languages) {
  test(`a return begins on the first screen, with the cursor in what is to be filled in (${lang})`, async ({
    browser,
    baseURL,
  }) => {
    const page = await signedIn(browser, 'reporter.kgz@demo.example', /\/en\/report/);
    const { problems } = watch(page, baseURL ?? '');
    await page.setViewportSize(screens.desk);
    await page.goto(`/${lang}/report/KGZ/2025`);
    await expect(page.locator('tr[data-cell]').first()).toBeVisible();
    await expect.poll(() => onScreen(page)).toMatchObject({ isFirstWhole: true });
    const { rows, isInEmptyField } = await onScreen(page);
    expect(rows).toBeGreaterThanOrEqual(12);
    expect(isInEmptyField).toBe(true);
    await page.setViewportSize(screens.phone);
    await page.goto(`/${lang}/report/KGZ/2025`);
    await expect
      .poll(() => onScreen(page))
      .toMatchObject({ isFirstWhole: true, isInEmptyField: true });

    await test.step('the bar and the heads of the table stay', async () => {
      await page.setViewportSize(screens.desk);
      await page.goto(`/${lang}/report/KGZ/2025`);
      await page.mouse.wheel(0, 3000);
      const submit = page.getByRole('button', { name: words(lang, 'desk')('form.submit') });
      await expect(submit).toBeInViewport();
      await expect(page.locator('thead th').first()).toBeInViewport();
    });
    expect(problems).toEqual([]);
  });

  test(`what is owed is one count at home and in the return (${lang})`, async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await signedIn(browser, 'reporter.kgz@demo.example', /\/en\/report/);
    await page.goto(`/${lang}/report`);
    const owed = page.locator('main a[href*="only="]');
    await expect(owed.first()).toBeVisible({ timeout: 20_000 });
    for (const link of await owed.all()) {
      const count = /\d+/.exec(await link.innerText())?.[0] ?? '';
      const form = await page.context().newPage();
      await form.goto((await link.getAttribute('href')) ?? '');
      await expect(form.locator('tr[data-cell]').first()).toBeVisible({ timeout: 20_000 });
      const chosen = form.locator('li [aria-current]').filter({ hasText: '(' });
      await expect(chosen).toHaveCount(1);
      await expect(chosen).toContainText(`(${count})`);
      await form.close();
    }
  });
}

test('the header of every desk is one line, in the languages with the longest names', async ({
  browser,
}) => {
  for (const [who, home, at] of [
    ['officer', /\/en\/review/, 'review'],
    ['auditor', /\/en\/(?!sign-in)/, 'admin/audit'],
    ['admin', /\/en\/admin/, 'admin'],
  ] as const) {
    const page = await signedIn(browser, `${who}@demo.example`, home);
    for (const lang of ['en', 'ru', 'kk']) {
      for (const size of Object.values(screens)) {
        await page.setViewportSize(size);
        await page.goto(`/${lang}/${at}`);
        await expect(page.locator('header a[href$="/account"]').first()).toBeAttached();
        const height = await page
          .locator('header')
          .first()
          .evaluate((one) => one.clientHeight);
        expect(height, `${who} ${lang} ${String(size.width)}`).toBeLessThanOrEqual(48);
      }
    }
    await page.context().close();
  }
});

test('one value is handed in with two clicks', async ({ browser }) => {
  const page = await signedIn(browser, 'reporter.kgz@demo.example', /\/en\/report/);
  const cells = await cellsOf(page, 'KGZ', 2025);
  const open = cells.find(
    (cell) =>
      isOpen(cell) && cell.unit === 'PT' && cell.table === null && cell.history.length === 0,
  );
  if (open === undefined) throw new Error('No such value is left to be filled in.');
  await page.goto(`/en/report/KGZ/2025?cell=${codeOf(open)}`);
  await expect(page.locator(`tr[data-cell="${codeOf(open)}"] [data-entry="value"]`)).toBeFocused();
  await page.keyboard.type('60');
  await page.keyboard.press('Tab');
  await expectAllSaved(page);
  // first click
  await page.getByRole('button', { name: 'Submit for review' }).click();
  // second click
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Submit \d+ values?/ })
    .click();
  await expect(page.getByText(/Received under number KGZ-2025-/)).toBeVisible();
});

interface Saved {
  cell: { id: string; version: number };
}

/** Saves first values for Uzbekistan and hands them in together. */
async function handIn(page: Page, values: Record<string, string>): Promise<void> {
  const cells: { id: string; expectedVersion: number }[] = [];
  const known = await cellsOf(page, 'UZB', 2025);
  for (const [indicator, value] of Object.entries(values)) {
    const expectedVersion = known.find((cell) => codeOf(cell) === indicator)?.version;
    const asked = { area: 'UZB', cycle: 2025, indicator, expectedVersion, value };
    const saved = await change(page, 'saveValue', 'SaveValueInput', asked, 'cell { id version }');
    const { id, version } = (saved as Saved).cell;
    cells.push({ id, expectedVersion: version });
  }
  const input = { area: 'UZB', cycle: 2025, cells };
  await change(page, 'submitReturn', 'SubmitReturnInput', input);
}

test('twenty first values are reviewed in at most eight clicks, two of them returned with comments, undo included', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const reporter = await signedIn(browser, 'reporter.uzb@demo.example', /\/en\/report/);
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  const { problems } = watch(officer, baseURL ?? '');
  const first = (await cellsOf(reporter, 'UZB', 2025)).filter(
    (cell) => isOpen(cell) && cell.kind === 'NUMERIC' && cell.history.length === 0,
  );
  const shares = first.filter(({ unit, table }) => unit === 'PT' && table === null).slice(0, 18);
  // without natural limits, and nothing is known of it anywhere: somebody has to look
  const unknown = ['A1.3', 'F3.2'];
  expect(shares).toHaveLength(18);
  await handIn(
    reporter,
    Object.fromEntries([
      ...shares.map((cell) => [codeOf(cell), '40']),
      ...unknown.map((code) => [code, '3']),
    ]),
  );

  for (const [at, lang] of languages.entries()) {
    const say = words(lang, 'desk');
    const { width, height } = screens.desk;
    await officer.setViewportSize({ width, height });
    await officer.goto(`/${lang}/review?c=UZB`);
    const accept = officer.getByRole('button', {
      name: new RegExp(`^${say('review.acceptEasy_other').trim()}.*\\d+[^:]*$`),
    });
    await expect(accept).toBeVisible();
    const count = Number(/\d+/.exec(await accept.innerText())?.[0]);
    expect(count).toBeGreaterThanOrEqual(18);
    let clicks = 0;
    const press = async (target: ReturnType<Page['locator']>) => {
      clicks += 1;
      await target.click();
    };
    for (const code of unknown) {
      const name = await nameOf(officer, code, lang);
      await press(officer.getByRole('button', { name: `${say('review.return')}: ${name}` }));
      await officer.keyboard.type('Of which year, and who counted?');
      await officer.keyboard.press('Control+Enter');
      await expect(officer.getByText(say('review.gaveBack'))).toBeVisible();
      await expect(
        officer.getByRole('button', { name: `${say('review.return')}: ${name}` }),
      ).toHaveCount(0);
    }
    await press(accept);
    const undo = officer.getByRole('button', {
      name: new RegExp(`^${say('review.undoBatch_other')}`),
    });
    await press(undo.last());
    await expect(accept).toContainText(String(count));
    await press(accept);
    await expect(accept).toHaveCount(0);
    expect(clicks).toBeLessThanOrEqual(8);
    if (at < languages.length - 1) {
      await undo.last().click();
      await expect(accept).toContainText(String(count));
      await handIn(reporter, Object.fromEntries(unknown.map((code) => [code, '4'])));
    }
  }
  expect(problems).toEqual([]);
});

async function nameOf(page: Page, code: string, lang: string): Promise<string> {
  const { reviewQueue } = await work<{
    reviewQueue: { submitted: { indicator: string; indicatorName: { text: string } }[] };
  }>(
    page,
    `query ($lang: Language!) { reviewQueue(lang: $lang, area: "UZB") {
      submitted { indicator indicatorName { text } } } }`,
    { lang },
  );
  const found = reviewQueue.submitted.find(({ indicator }) => indicator === code);
  if (found === undefined) throw new Error(`${code} does not wait.`);
  return found.indicatorName.text;
}
