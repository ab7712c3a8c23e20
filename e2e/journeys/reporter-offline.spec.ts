import { expect, type Page } from '@playwright/test';
import { test } from '../support/journey.ts';
import { signedIn, signIn } from '../support/people.ts';
import { cellsOf, codeOf, expectAllSaved, isOpen, watchSaves } from '../support/return-form.ts';

/**
 * Closes a page while there is no network. It goes to an empty page first, because the browser gives a closing page its network back
 * before it ends, and what waits there would be sent.
 */
async function closeOffline(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.close();
}

test('values typed without a network and closed are saved once each by the page that is opened later', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const closed = await signedIn(browser, 'reporter.uzb@demo.example', /\/en\/report/);
  const context = closed.context();
  const savedOffline = watchSaves(closed);
  const open = (await cellsOf(closed, 'UZB', 2025))
    .filter((cell) => isOpen(cell) && cell.kind === 'NUMERIC')
    .map(({ indicator }) => indicator);
  await closed.goto('/en/report/UZB/2025');
  await expect(closed.getByRole('table').first()).toBeVisible();
  await context.setOffline(true);
  await expect(closed.getByText(/^No network\. You can go on typing/)).toBeVisible();
  const typed: string[] = [];
  for (const row of await closed.locator('tr[id^="cell-"]').all()) {
    const indicator = (await row.getAttribute('data-indicator')) ?? '';
    if (!open.includes(indicator)) continue;
    await row.locator('[data-entry="value"]').fill('3');
    await row.locator('[data-entry="value"]').press('Tab');
    typed.push(indicator);
  }
  expect(typed.length).toBeGreaterThanOrEqual(20);
  await expect(closed.getByText('queued, no connection')).toHaveCount(typed.length);
  await closeOffline(closed);
  expect(savedOffline).toEqual([]);

  await context.setOffline(false);
  const page = await context.newPage();
  const saves = watchSaves(page);
  await page.goto('/en/report/UZB/2025');
  await expect(page.locator('[data-save="SAVED"]')).toHaveCount(typed.length, {
    // one after the other, while three browsers may share two slow cores
    timeout: 60_000,
  });
  expect(saves).toEqual(typed);

  // nothing is left that the next page would send again
  await page.reload();
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.waitForTimeout(1500);
  expect(saves).toHaveLength(typed.length);
  const cells = await cellsOf(page, 'UZB', 2025);
  const saved = cells.filter(({ indicator }) => typed.includes(indicator));
  expect(saved.map(({ version, current }) => `${version} ${current?.value ?? ''}`)).toEqual(
    typed.map(() => '1 3'),
  );
});

test('on a shared computer nothing is left when the page was closed', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/en/sign-in');
  await page.getByRole('button', { name: /reporter\.uzb@demo\.example/ }).click();
  await page.getByLabel(/^Other people use this computer/).check();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/en\/report/);
  await page.goto('/en/report/UZB/2025');
  await expect(page.getByRole('table').first()).toBeVisible();
  await context.setOffline(true);
  await page.locator('input[data-entry="value"]:enabled').last().fill('3');
  await expect(page.getByText(/keep this page open/)).toBeVisible();
  const databases = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name),
  );
  expect(databases).toEqual([]);
});

/** Waits until the page and its files are cached in the browser, and the service worker controls the page. */
async function expectKept(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const isControlled = navigator.serviceWorker.controller !== null;
      return [names.length, (await caches.match(location.pathname)) !== undefined, isControlled];
    });
  await expect.poll(kept, { timeout: 20_000 }).toEqual([1, true, true]);
}

/** The fields of plain numbers that are still empty: what is typed there is the value. */
async function openFields(page: Page, count: number) {
  const cells = await cellsOf(page, 'TJK', 2025);
  const plain = cells.filter(
    (cell) =>
      isOpen(cell) && cell.kind === 'NUMERIC' && cell.unit !== 'IX' && !cell.table && !cell.ratio,
  );
  const chosen = plain.slice(0, count);
  expect(chosen).toHaveLength(count);
  return chosen.map((cell) =>
    page.locator(`tr[data-cell="${codeOf(cell)}"] input[data-entry="value"]`),
  );
}

/** The keys in one database of this browser: person, form, cell. */
const keysIn = (name: string) =>
  new Promise<string[][]>((resolve, reject) => {
    const open = indexedDB.open(`qadam-${name}`);
    open.onerror = () => reject(new Error('The database does not open.'));
    open.onsuccess = () => {
      const keys = open.result.transaction(name).objectStore(name).getAllKeys();
      keys.onsuccess = () => resolve(keys.result as string[][]);
    };
  });

/** The people for whom this browser keeps something that they have read. */
const readersOf = async (page: Page) =>
  new Set((await page.evaluate(keysIn, 'reads')).map(([user]) => user));

test('a return reloaded without a connection is there with what was saved and typed, and is sent when it is back', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, 'reporter.tjk@demo.example', /\/en\/report/);
  const context = page.context();
  await page.goto('/en/report/TJK/2025');
  const [saved, typed] = await openFields(page, 2);
  if (saved === undefined || typed === undefined) throw new Error('Nothing is left to fill in.');
  await saved.fill('4');
  await saved.press('Tab');
  await expectAllSaved(page);
  await expectKept(page);

  await test.step('nothing that somebody reported lies in the kept documents', async () => {
    const documents = await page.evaluate(async () => {
      const kept: { path: string; text: string }[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const path = new URL(request.url).pathname;
          if (path.startsWith('/assets/')) continue;
          kept.push({ path, text: (await (await cache.match(request))?.text()) ?? '' });
        }
      }
      return kept;
    });
    expect(documents.map(({ path }) => path)).toContain('/en/report/TJK/2025');
    const name = (await page.locator('tr[data-cell] th').first().innerText()).split('\n')[0] ?? '';
    for (const { text } of documents) {
      expect(text).not.toContain(name.trim());
      expect(text).not.toContain('reporter.tjk@');
    }
  });

  const section = page.locator('tbody th[scope="rowgroup"]').first();
  await expect(section).toContainText(/^A1 \w/);
  await context.setOffline(true);
  await typed.fill('3');
  await typed.press('Tab');
  await expect(page.getByText('queued, no connection')).toHaveCount(1);
  const saves = watchSaves(page);
  await page.reload();
  await expect(page.getByText(/^Opened without a connection: .+ as of \d/)).toBeVisible();
  await expect(page.getByText(/^No network\. You can go on typing/)).toBeVisible();
  await expect(section).toContainText(/^A1 \w/);
  await expect(saved).toHaveValue('4');
  await expect(typed).toHaveValue('3');
  await typed.fill('5');
  await typed.press('Tab');
  expect(saves).toEqual([]);

  await context.setOffline(false);
  await expectAllSaved(page);
  await expect(page.getByText(/^Opened without a connection/)).toHaveCount(0);
  await page.reload();
  await expect(saved).toHaveValue('4');
  await expect(typed).toHaveValue('5');

  // empties the fields again, because other journeys count those still to be filled in
  for (const field of [saved, typed]) {
    await field.fill('');
    await field.press('Tab');
  }
  await expectAllSaved(page);
});

test('signing out without a connection leaves nothing in the browser, and the server is told later', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, 'reporter.tjk@demo.example', /\/en\/report/);
  const context = page.context();
  await page.goto('/en/report/TJK/2025');
  const [field] = await openFields(page, 1);
  await expectKept(page);
  await context.setOffline(true);
  await field?.fill('6');
  await field?.press('Tab');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText(/^1 entry is on this computer only/)).toBeVisible();
  await page.getByRole('button', { name: 'Delete and sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out here' })).toBeVisible();
  expect(await page.evaluate(keysIn, 'drafts')).toEqual([]);
  expect(await page.evaluate(keysIn, 'reads')).toEqual([]);
  const left = await page.evaluate(async () => {
    const workers = await navigator.serviceWorker.getRegistrations();
    return [(await caches.keys()).length, workers.length];
  });
  expect(left).toEqual([0, 0]);

  // a page of the same browser, opened with a connection, first ends the session that could not be ended offline
  await closeOffline(page);
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto('/en/report/TJK/2025');
  await next.waitForURL(/\/en$/);
  await next.goto('/en/report/TJK/2025');
  await expect(next).toHaveURL(/\/en\/sign-in/);
});

test('a new version takes over at once, and what was read for one person is not there for the next', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, 'reporter.tjk@demo.example', /\/en\/report/);
  const context = page.context();
  await page.goto('/en/report/TJK/2025');
  await expectKept(page);
  await test.step('a document that an earlier version left is never shown while the site answers', async () => {
    const before = 'qadam-desk of an earlier version';
    await page.evaluate(async (before) => {
      const [name = ''] = await caches.keys();
      await caches.delete(name);
      const earlier = await caches.open(before);
      const document = new Response('<h1>Earlier</h1>', {
        headers: { 'content-type': 'text/html' },
      });
      await earlier.put(location.pathname, document);
    }, before);
    await page.reload();
    await expect(page.getByRole('table').first()).toBeVisible();
    await expect.poll(() => page.evaluate(() => caches.keys())).not.toContain(before);
    await expectKept(page);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByText(/^Opened without a connection/)).toBeVisible();
    await context.setOffline(false);
  });

  await test.step('a page that was loaded past the worker, with Ctrl+Shift+R, is the worker’s soon', async () => {
    const devTools = await context.newCDPSession(page);
    const loaded = page.waitForEvent('load');
    await devTools.send('Page.reload', { ignoreCache: true });
    // it is answered at once, while the page from before is still there
    await loaded;
    await expect(page.getByRole('table').first()).toBeVisible();
    await expectKept(page);
  });

  await test.step('the public pages of the site are not the worker’s', async () => {
    await page.goto('/en');
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  });

  await test.step('of a session that ended nothing can be read without a connection', async () => {
    await context.clearCookies();
    await page.goto('/en/sign-in');
    await expect(page.getByLabel('E-mail')).toBeVisible();
    await expect.poll(async () => (await readersOf(page)).size).toBe(0);
    await context.setOffline(true);
    await page.goto('/en/report/TJK/2025');
    // waits until the page is ready: a refusal has this heading too, a page that is still loading has none
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await context.setOffline(false);
  });

  await test.step('another person signs in where the first did not sign out', async () => {
    await signIn(page, 'reporter.kgz@demo.example');
    await page.waitForURL(/\/en\/report/);
    await expect(
      page
        .getByRole('main')
        .getByText(/Kyrgyzstan/)
        .first(),
    ).toBeVisible();
    await expectKept(page);
    expect((await readersOf(page)).size).toBe(1);
    await context.setOffline(true);
    await page.goto('/en/report/TJK/2025');
    // waits until the page is ready: a refusal has this heading too, a page that is still loading has none
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(/Tajikistan/)).toHaveCount(0);
    await expect(page.getByRole('table')).toHaveCount(0);
  });
});
