import {
  expect as expectAtOnce,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import { handIn, movedLaw, nameInReview, proveSample } from '../support/first-values.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { cellsOf, codeOf, expectAllSaved, isOpen, type Cell } from '../support/return-form.ts';
import { watch } from '../support/watch.ts';
import { words } from '../support/words.ts';

/** The two screens that people work on. */
const screens = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } };
const languages = ['en', 'ru'] as const;

/** How many rows with a value are entirely on the screen, and where the first field that can be filled in is. */
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

/** Indicators without natural limits and without any known figure: a reviewer has to look at their values. */
const unknown = ['A1.3', 'F3.2'];

/** Waits longer, because the machine runs other things too. */
const soon = { timeout: 20_000 };
const expect = expectAtOnce.configure(soon);

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
const sessions = new Map<string, Session>();

/** Opens a browser context for one person of the demonstration, who signs in only once for all journeys of this file. */
async function openAs(browser: Browser, who: string): Promise<Page> {
  const storageState = sessions.get(who);
  if (storageState === undefined) {
    const page = await signedIn(browser, `${who}@demo.example`, /\/en\/(?!sign-in)/);
    sessions.set(who, await page.context().storageState());
    page.setDefaultTimeout(soon.timeout);
    return page;
  }
  const page = await (await browser.newContext({ storageState })).newPage();
  page.setDefaultTimeout(soon.timeout);
  return page;
}

/** Each language at each screen size, with the first year of one country. */
const sittings = [
  { lang: 'en', size: 'desk', area: 'KAZ' },
  { lang: 'ru', size: 'desk', area: 'KGZ' },
  { lang: 'en', size: 'phone', area: 'TJK' },
  { lang: 'ru', size: 'phone', area: 'UZB' },
] as const;

for (const { lang, size, area } of sittings) {
  const { width, height } = screens[size];
  test(`a first year is entered and reviewed in few clicks (${lang}, ${String(width)} × ${String(height)})`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const say = words(lang, 'desk');
    const page = await openAs(browser, `reporter.${area.toLowerCase()}`);
    const officer = await openAs(browser, 'officer');
    const watched = [page, officer].map((one) => watch(one, baseURL ?? ''));
    for (const one of [page, officer]) await one.setViewportSize({ width, height });
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
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await page.keyboard.press(key);
    };
    const path = `/${lang}/report/${area}/2025`;
    const field = (code: string, entry = 'value') =>
      page.locator(`tr[data-cell="${code}"] [data-entry="${entry}"]`);
    const submit = async () => {
      await press(page.getByRole('button', { name: say('form.submit'), exact: true }));
      await press(
        page
          .getByRole('dialog')
          .getByRole('button', { name: new RegExp(`^${say('submit.send_other').trim()}`) }),
      );
      await expect(page.getByText(say('receipt.title'))).toBeVisible();
    };
    await proveSample(page, area);
    const cells = await cellsOf(page, area, 2025);
    const open = cells.filter(isOpen);
    const shares = open.filter(
      ({ unit, table, history }) => unit === 'PT' && table === null && history.length === 0,
    );

    await test.step('it begins on the first screen, with the cursor in what is to be filled in', async () => {
      await page.goto(path);
      await expect
        .poll(() => onScreen(page), soon)
        .toMatchObject({ isFirstWhole: true, isInEmptyField: true });
      if (size === 'phone') return;
      const { rows } = await onScreen(page);
      expect(rows).toBeGreaterThanOrEqual(12);
      await page.mouse.wheel(0, 3000);
      await expect(page.getByRole('button', { name: say('form.submit') })).toBeInViewport();
      await expect(page.locator('thead th').first()).toBeInViewport();
    });

    await test.step('three values are filled down, copied and taken back without a click', async () => {
      // a phone shows one indicator at a time, so the rows there are the elements of a law
      const rows = size === 'phone' ? threeOfLaw(open) : threeInARow(shares);
      const [first = '', second = '', third = ''] = rows.map(codeOf);
      await page.goto(`${path}?cell=${rows[0]?.indicator ?? ''}`);
      await field(first).focus();
      if (size === 'phone') await field(first).selectOption('1');
      else await page.keyboard.type('4');
      await keys('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d', 'Control+c');
      const value = await field(first).inputValue();
      for (const code of [second, third]) await expect(field(code)).toHaveValue(value);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const ofEach = copied.split(/\r?\n/).map((line) => line.split('\t')[0]);
      expect(ofEach).toEqual([value, value, value]);
      await keys('Control+z');
      for (const code of [second, third]) await expect(field(code)).toHaveValue('');
      await keys('Control+z');
      await expect(field(first)).toHaveValue('');
      expect(spent()).toBe(0);
    });

    await test.step('what did not change in laws is one click, and its undoing another', async () => {
      const same = page.getByRole('button', { name: say('law.sameInAll'), exact: true });
      await press(same);
      await press(page.getByRole('button', { name: say('law.undo'), exact: true }));
      expect(spent()).toBe(2);
      await expect(same).toBeVisible();
      await expect
        .poll(async () => stagesIn(await cellsOf(page, area, 2025)), soon)
        .toEqual(stagesIn(cells));
    });

    await test.step('one value is handed in with two clicks', async () => {
      const code = shares.map(codeOf)[0] ?? '';
      await page.goto(`${path}?cell=${code}`);
      await expect(field(code)).toBeFocused();
      await page.keyboard.type('60');
      await keys('Tab');
      await expectAllSaved(page, lang);
      await submit();
      expect(spent()).toBe(2);
    });

    const twenty = [...shares.slice(1, 19).map(codeOf), ...unknown];
    await test.step('twenty values are one paste, and handed in with two clicks', async () => {
      const rows = twenty.map((code) => [code, unknown.includes(code) ? '3' : '40']);
      const block = [['Показатель', '2025 г.'], ...rows].map((row) => row.join('\t'));
      expect(rows).toHaveLength(20);
      await page.evaluate((text) => navigator.clipboard.writeText(text), block.join('\r\n'));
      // a phone still shows the submitted value, which is locked now
      if (size === 'phone') await page.goto(`${path}?cell=${twenty[0] ?? ''}`);
      await page.locator('[data-entry]:enabled').first().focus();
      await keys('Control+v');
      await expectAllSaved(page, lang);
      await submit();
      expect(spent()).toBe(2);
    });

    const moved = await movedLaw(page, area, lang);
    await test.step('a step of a law is changed by keys alone, with its date and article', async () => {
      // a large screen shows the whole return already
      if (size === 'phone') await page.goto(`${path}?cell=${moved.indicator}`);
      await field(moved.element).focus();
      await keys('End', 'Tab');
      await page.keyboard.type('14.05.2025');
      const article = page.locator(`tr[data-cell="${moved.element}"] textarea`).first();
      for (let tabs = 0; tabs < 4 && !(await isFocused(article)); tabs += 1) await keys('Tab');
      await page.keyboard.type('Resolution No. 7');
      await keys('Tab');
      // asks the server, because what the page says about saving may be two seconds old
      const stored = async () =>
        (await cellsOf(page, area, 2025)).find((cell) => codeOf(cell) === moved.element)?.current;
      await expect
        .poll(stored, soon)
        .toMatchObject({ factDate: '2025-05-14', provision: 'Resolution No. 7' });
      expect(spent()).toBe(0);
    });

    const law = (await cellsOf(page, area, 2025)).find((cell) => codeOf(cell) === moved.element);
    const proved = {
      ...{ indicator: moved.indicator, part: { breakdown: moved.element }, value: '5' },
      ...{ factDate: '2025-05-14', provision: 'Resolution No. 7', sourceText: 'Official gazette' },
      expectedVersion: law?.version ?? 0,
    };
    await handIn(page, area, proved);
    await officer.goto(`/${lang}/review?c=${area}`);
    const row = async (code: string) => {
      const name = `${say('review.select')}${await nameInReview(officer, area, code, lang)}`;
      return officer
        .locator('tr')
        .filter({ has: officer.getByRole('checkbox', { name, exact: true }) });
    };
    const write = async (button: string, text: string) => {
      await press(officer.getByRole('button', { name: say(button), exact: true }));
      await expect(officer.locator('textarea:focus')).toBeVisible();
      await officer.keyboard.type(text);
      await officer.keyboard.press('Control+Enter');
    };
    const accept = officer.getByRole('button', {
      name: new RegExp(`^${say('review.acceptEasy_other').trim()}.*\\d+[^:]*$`),
    });

    await test.step('twenty values are reviewed in at most eight clicks: two returned with a comment, the others accepted, undone and accepted', async () => {
      await expect(accept).toBeVisible();
      const count = Number(/\d+/.exec(await accept.innerText())?.[0]);
      expect(count).toBeGreaterThanOrEqual(18);
      const rows = [];
      for (const code of unknown) rows.push(await row(code));
      for (const each of rows) await press(each.getByRole('checkbox'));
      await write('review.returnAll', 'Please say who counted.');
      await expect(officer.getByText(say('review.gaveBack'))).toBeVisible();
      for (const each of rows) await expect(each).toHaveCount(0);
      // the newest batch comes first; those of other countries can still be undone too
      const undo = officer
        .getByRole('list', { name: say('review.batches'), exact: true })
        .getByRole('button');
      const before = await undo.count();
      await press(accept);
      await expect(undo).toHaveCount(before + 1);
      await press(undo.first());
      await expect(accept).toContainText(String(count));
      await press(accept);
      await expect(accept).toHaveCount(0);
      expect(spent()).toBeLessThanOrEqual(8);
    });

    await test.step('a law says in words what it was and is, and is accepted with one click', async () => {
      const law = await row(moved.element);
      for (const text of [moved.before, moved.after]) await expect(law).toContainText(text);
      const name = new RegExp(`^${say('review.accept')}: `);
      await press(law.getByRole('button', { name }));
      await expect(law).toHaveCount(0);
      expect(spent()).toBe(1);
    });
    expect(watched.flatMap(({ problems }) => problems)).toEqual([]);
  });
}

for (const lang of languages) {
  test(`what is owed is one count at home and in the return (${lang})`, async ({ browser }) => {
    const page = await openAs(browser, 'reporter.kgz');
    await page.goto(`/${lang}/report`);
    const owed = page.locator('main a[href*="only="]');
    await expect(owed.first()).toBeVisible();
    for (const link of await owed.all()) {
      const count = /\d+/.exec(await link.innerText())?.[0] ?? '';
      const form = await page.context().newPage();
      await form.goto((await link.getAttribute('href')) ?? '');
      await expect(form.locator('tr[data-cell]').first()).toBeVisible();
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
  for (const [who, at] of [
    ['officer', 'review'],
    ['auditor', 'admin/audit'],
    ['admin', 'admin'],
  ] as const) {
    const page = await openAs(browser, who);
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

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** The stages of laws in a return that can still be changed. */
const stagesIn = (cells: readonly Cell[]) =>
  cells.flatMap((cell) => {
    const { element, editable, current } = cell;
    return element !== null && editable && current !== null ? [[codeOf(cell), current.value]] : [];
  });

/** Three shares in rows directly below each other. */
function threeInARow(shares: readonly Cell[]): Cell[] {
  const at = shares.findIndex((cell, n) => {
    const next = [1, 2].map((step) => shares[n + step]?.indicator);
    const [group = '', number = ''] = cell.indicator.split('.');
    return [1, 2].every((step) => next[step - 1] === `${group}.${Number(number) + step}`);
  });
  return shares.slice(at, at + 3);
}

/** The first three elements of a law that are still empty. */
function threeOfLaw(open: readonly Cell[]): Cell[] {
  const ofLaws = open.filter(({ element }) => element !== null);
  const [law = []] = ofLaws
    .map(({ indicator }) => ofLaws.filter((part) => part.indicator === indicator))
    .filter((parts) => parts.length >= 3);
  return law.slice(0, 3);
}
