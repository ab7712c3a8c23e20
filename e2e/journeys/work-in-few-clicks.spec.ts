import { expect, test, type Locator, type Page } from '@playwright/test';
import { handIn, movedLaw, nameInReview, tableOfPersons } from '../support/first-values.ts';
import { signedIn } from '../support/people.ts';
import { cellsOf, codeOf, expectAllSaved, isOpen, type Cell } from '../support/return-form.ts';
import { watch } from '../support/watch.ts';
import { words } from '../support/words.ts';

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

/** Without natural limits, and nothing is known of them anywhere: somebody has to look. */
const unknown = ['A1.3', 'F3.2'];

/** One country's first year in each language, at each size. */
const sittings = [
  { lang: 'en', size: 'desk', area: 'KAZ' },
  { lang: 'ru', size: 'desk', area: 'KGZ' },
  { lang: 'en', size: 'phone', area: 'TJK' },
  { lang: 'ru', size: 'phone', area: 'UZB' },
] as const;

for (const { lang, size, area } of sittings) {
  test(`a first year is entered and reviewed in few clicks (${lang}, ${String(screens[size].width)} px)`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const say = words(lang, 'desk');
    const counts = (key: string) => new RegExp(`^${say(key).trim()}.*\\d+[^:]*$`);
    const email = `reporter.${area.toLowerCase()}@demo.example`;
    const page = await signedIn(browser, email, /\/en\/report/);
    const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
    const watched = [page, officer].map((one) => watch(one, baseURL ?? ''));
    for (const one of [page, officer]) await one.setViewportSize(screens[size]);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    let clicks = 0;
    const press = async (target: Locator) => {
      clicks += 1;
      await target.click();
    };
    const spent = () => {
      const all = clicks;
      clicks = 0;
      return all;
    };
    const open = (await cellsOf(page, area, 2025)).filter(isOpen);
    const shares = open.filter(
      ({ unit, table, history }) => unit === 'PT' && table === null && history.length === 0,
    );
    const [one, ...others] = shares;
    if (one === undefined) throw new Error('No share is left to be filled in.');
    const path = `/${lang}/report/${area}/2025`;
    const field = (code: string) => page.locator(`tr[data-cell="${code}"] [data-entry="value"]`);
    const submit = async () => {
      // a phone hands in at the end of its steps
      const end = page.getByRole('button', { name: say('stepper.end') });
      await press(size === 'phone' ? end : page.getByRole('button', { name: say('form.submit') }));
      await press(
        page
          .getByRole('dialog')
          .getByRole('button', { name: new RegExp(`^${say('submit.send_other').trim()}`) }),
      );
      await expect(page.getByText(new RegExp(`${area}-2025-`)).first()).toBeVisible();
    };
    const last = async () => {
      if (size === 'desk') return;
      await page.goto(`${path}?cell=${(await cellsOf(page, area, 2025)).at(-1)?.indicator ?? ''}`);
    };

    await test.step('fill-down, a copy of several, and undo across cells', async () => {
      // a phone shows one indicator at a time: there the rows are the parts of a law
      const ofLaws = open.filter(({ element }) => element !== null);
      const law = ofLaws.filter(
        ({ indicator }, _at, all) =>
          indicator ===
          all.find((one) => all.filter((other) => other.indicator === one.indicator).length >= 3)
            ?.indicator,
      );
      const rows = size === 'phone' ? law.slice(0, 3) : threeInARow(shares);
      const [first = '', second = '', third = ''] = rows.map(codeOf);
      await page.goto(`${path}?cell=${rows[0]?.indicator ?? ''}`);
      await field(first).focus();
      if (size === 'phone') await field(first).selectOption('1');
      else await page.keyboard.type('4');
      for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d', 'Control+c']) {
        await page.keyboard.press(key);
      }
      const value = await field(first).inputValue();
      for (const code of [second, third]) await expect(field(code)).toHaveValue(value);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.split(/\r?\n/).map((line) => line.split('\t')[0])).toEqual([
        value,
        value,
        value,
      ]);
      await page.keyboard.press('Control+z');
      for (const code of [second, third]) await expect(field(code)).toHaveValue('');
      await page.keyboard.press('Control+z');
      await expect(field(first)).toHaveValue('');
      await expectAllSaved(page, lang);
    });

    await test.step('what did not change in laws is one click, and its undoing another', async () => {
      const same = page.getByRole('button', { name: say('law.sameInAll'), exact: true });
      await press(same);
      await press(page.getByRole('button', { name: say('law.undo'), exact: true }));
      await expect(same).toBeVisible();
      expect(spent()).toBe(2);
      const said = async () =>
        (await cellsOf(page, area, 2025)).filter(
          ({ element, editable, current }) => element && editable && current?.value != null,
        );
      await expect.poll(said, { timeout: 30_000 }).toEqual([]);
    });

    await test.step('one value is handed in with two clicks', async () => {
      await page.goto(`${path}?cell=${codeOf(one)}`);
      await expect(field(codeOf(one))).toBeFocused();
      await page.keyboard.type('60');
      await page.keyboard.press('Tab');
      await expectAllSaved(page, lang);
      await last();
      await submit();
      expect(spent()).toBe(2);
    });

    const twenty = [...others.slice(0, 18).map(codeOf), ...unknown];
    await test.step('twenty values are one paste, and handed in with three clicks', async () => {
      expect(twenty).toHaveLength(20);
      const heading = ['Показатель', '2025 г.', 'Источник'];
      const rows = twenty.map((code) => [code, unknown.includes(code) ? '3' : '40', 'Order 7']);
      const block = [heading, ...rows].map((row) => row.join('\t')).join('\r\n');
      await last();
      await page.evaluate((text) => navigator.clipboard.writeText(text), block);
      await page.locator('[data-entry]:enabled').first().focus();
      await page.keyboard.press('Control+v');
      await press(
        page
          .getByRole('dialog')
          .getByRole('button', { name: new RegExp(`^${say('paste.apply_other').trim()}.*\\d`) }),
      );
      await expectAllSaved(page, lang);
      await submit();
      expect(spent()).toBe(3);
    });

    // a law with a stage that moved, and a table, are handed in beside them
    const moved = await movedLaw(page, area, lang);
    const table = await tableOfPersons(page, area, 'A5.10');
    await handIn(page, area, [...table, moved.value]);

    await officer.goto(`/${lang}/review?c=${area}`);
    const row = async (code: string) => {
      const name = `${say('review.select')}${await nameInReview(officer, area, code, lang)}`;
      return officer
        .locator('tr')
        .filter({ has: officer.getByRole('checkbox', { name, exact: true }) });
    };
    const write = async (button: string, text: string) => {
      await press(officer.getByRole('button', { name: say(button), exact: true }));
      await officer.keyboard.type(text);
      await officer.keyboard.press('Control+Enter');
    };
    const accept = officer.getByRole('button', { name: counts('review.acceptEasy_other') });

    await test.step('twenty values are reviewed with eight clicks: two asked about and returned with a comment, the others accepted, undone and accepted', async () => {
      await expect(accept).toBeVisible();
      const count = Number(/\d+/.exec(await accept.innerText())?.[0]);
      expect(count).toBeGreaterThanOrEqual(18);
      const rows = [];
      for (const code of unknown) rows.push(await row(code));
      for (const each of rows) await press(each.getByRole('checkbox'));
      await write('review.askAll', 'Of which year is it?');
      await expect(officer.getByText(say('review.asked'))).toBeVisible();
      await write('review.returnAll', 'Please say who counted.');
      await expect(officer.getByText(say('review.gaveBack'))).toBeVisible();
      for (const each of rows) await expect(each).toHaveCount(0);
      await press(accept);
      const undo = officer.getByRole('button', {
        name: new RegExp(`^${say('review.undoBatch_other')}`),
      });
      await press(undo.last());
      await expect(accept).toContainText(String(count));
      await press(accept);
      await expect(accept).toHaveCount(0);
      expect(spent()).toBeLessThanOrEqual(8);
    });

    await test.step('a law says in words what it was and is, a table is one row, and both are accepted at once', async () => {
      const law = await row(moved.value.part?.breakdown ?? '');
      for (const text of [moved.before, moved.after]) await expect(law).toContainText(text);
      const parts = await row('A5.10');
      await expect(parts).toContainText(String(table.length));
      await press(law.getByRole('checkbox'));
      await press(parts.getByRole('checkbox'));
      const together = officer.getByRole('group', { name: say('review.together') });
      await press(together.getByRole('button', { name: say('review.accept'), exact: true }));
      await expect(law).toHaveCount(0);
      await expect(parts).toHaveCount(0);
      expect(spent()).toBe(3);
    });
    expect(watched.flatMap(({ problems }) => problems)).toEqual([]);
  });
}

/** Three shares that stand one below the other. */
function threeInARow(shares: readonly Cell[]): Cell[] {
  const at = shares.findIndex((cell, n) => {
    const next = [1, 2].map((step) => shares[n + step]?.indicator);
    const [group = '', number = ''] = cell.indicator.split('.');
    return [1, 2].every((step) => next[step - 1] === `${group}.${Number(number) + step}`);
  });
  return shares.slice(at, at + 3);
}
