import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations, schemes } from '../support/axe.ts';
import { openItem, waysOutOfPage } from '../support/chart.ts';
import { cutTexts } from '../support/cut-texts.ts';
import { expectNoSidewaysScroll } from '../support/watch.ts';

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

test('by keys alone: skip link, menus, search, list of keys and the switch for single characters', async ({
  page,
}) => {
  await page.goto('/en', { waitUntil: 'networkidle' });
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();

  await test.step('Esc closes the menu and gives the focus back; a menu that lost the focus is closed', async () => {
    const language = page.locator('header summary', { hasText: 'Language' });
    const menu = page.getByRole('link', { name: 'Қазақша' });
    await language.focus();
    await page.keyboard.press('Enter');
    await expect(menu).toBeVisible();
    await expectNoViolations(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(language).toBeFocused();
    await page.getByTitle('Colours').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Dark' })).toBeVisible();
    await expectNoViolations(page);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Dark' })).toBeHidden();
    await expect(language).toBeFocused();
  });

  await test.step('/ goes to the search field, where it is a letter', async () => {
    await page.locator('main').focus();
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox').first();
    await expect(field).toBeFocused();
    await page.keyboard.press('/');
    await page.keyboard.press('?');
    await expect(field).toHaveValue('/?');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('? shows the keys in a dialog that keeps the focus until Esc; switched off, characters do nothing', async () => {
    const open = page.getByRole('button', { name: 'Keyboard shortcuts' });
    await open.focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys of these pages' });
    await expect(dialog).toBeVisible();
    await expectNoViolations(page);
    await page.emulateMedia(schemes.dark);
    await expectNoViolations(page, 'colours');
    await page.emulateMedia(schemes.light);
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          () =>
            document.activeElement === document.body ||
            document.activeElement?.closest('dialog') !== null,
        ),
      ).toBe(true);
    }
    await dialog.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(open).toBeFocused();
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    await expect(dialog).toHaveCount(0);
    await expect(open).toBeFocused();
    await page.reload({ waitUntil: 'networkidle' });
    await page.keyboard.press('?');
    await expect(dialog).toHaveCount(0);
    await open.click();
    await dialog.getByRole('checkbox').check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('on a narrow screen the links are a menu, and / goes to the field on the page of the search', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('header summary', { hasText: 'Menu' }).focus();
    await page.keyboard.press('Enter');
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    await expect(links.first()).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await links.filter({ hasText: 'Countries' }).click();
    await expect(page).toHaveURL(/\/en\/countries$/);
    await expect(links.first()).toBeHidden();
    await page.keyboard.press('/');
    await expect(page).toHaveURL(/\/en\/search$/);
    await expect(page.getByRole('searchbox').last()).toBeFocused();
  });
});

test('a chart is read year by year by keys and by pointer, its years are dragged, its ways out open, its receipt returns', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/en/indicators/A4.2?show=target', { waitUntil: 'networkidle' });
  const card = page.locator('figure[data-chart]');
  const years = card.getByRole('slider', { name: 'Read the chart year by year' });
  await years.focus();
  await page.keyboard.press('Home');
  const first = await years.getAttribute('aria-valuenow');
  expect(first).toBe(await years.getAttribute('aria-valuemin'));
  await page.keyboard.press('ArrowRight');
  await expect(years).toHaveAttribute('aria-valuenow', String(Number(first) + 1));
  await page.keyboard.press('End');
  expect(await years.getAttribute('aria-valuenow')).toBe(await years.getAttribute('aria-valuemax'));
  await page.keyboard.press('ArrowLeft');
  await expectNoViolations(page);
  const said = await years.getAttribute('aria-valuetext');
  await page.keyboard.press('Escape');
  await expect(years).not.toHaveAttribute('aria-valuetext', said ?? '');
  await expect(years).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(years).not.toBeFocused();

  await test.step('what a pointer reads stays while the pointer is on it, until Esc', async () => {
    const usual = page.viewportSize();
    // a narrow window, in which the years are close together
    await page.setViewportSize({ width: 680, height: 900 });
    await expect.poll(async () => (await years.boundingBox())?.width).toBeLessThan(680);
    await years.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await years.boundingBox()) ?? noBox;
    const [from, to] = [Number(first), Number(await years.getAttribute('aria-valuemax'))];
    const at = x + ((2023 - from + 0.3) / (to - from + 0.6)) * width;
    await page.mouse.move(at, y + height / 3);
    const reading = card.locator('[aria-hidden=true]:has(> div > strong)');
    await expect(reading.locator('strong')).toHaveText('2023');
    for (const part of [
      '% of women 20–24',
      'Kyrgyzstan9.2%',
      'delayed',
      'target path 7.5%',
      'against the path +1.7 points',
    ])
      await expect(reading).toContainText(part);
    await expect(reading).toContainText('Kazakhstannot reported');
    // moves the pointer from the line of the year sideways into the words
    const words = (await reading.boundingBox()) ?? noBox;
    const inside = words.x > at ? words.x + 20 : words.x + words.width - 20;
    await page.mouse.move(at, words.y + 12);
    await page.mouse.move(inside, words.y + 12, { steps: 20 });
    await expect(reading.locator('strong')).toHaveText('2023');
    await page.keyboard.press('Escape');
    await expect(reading).toHaveCount(0);
    if (usual) await page.setViewportSize(usual);
  });

  await test.step('the years shown are dragged: the address goes along, Back leads to where the drag began', async () => {
    const whole = page.url();
    const entries = () => page.evaluate(() => history.length);
    const before = await entries();
    const handle = card.getByRole('slider', { name: 'Years: from' });
    await handle.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await handle.boundingBox()) ?? noBox;
    expect(height).toBeGreaterThanOrEqual(24);
    await page.mouse.move(x + height / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 3, y + height / 2, { steps: 10 });
    await expect(page).toHaveURL(/\?t=\d{4}\.\.2030&show=target$/);
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 10 });
    await page.mouse.up();
    await expect(page).toHaveURL(/\?t=2018\.\.2030&show=target$/);
    expect(await entries()).toBe(before + 1);
    await page.keyboard.press('ArrowLeft');
    await expect(page).toHaveURL(/\?t=2017\.\.2030&show=target$/);
    await expect(card.getByText(/^A4\.2 · .* 2017–2030/)).toBeVisible();
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(whole);
    await expect(handle).toHaveAttribute('aria-valuetext', first ?? '');
  });

  await test.step('everything that can be opened is free of what axe finds wrong', async () => {
    // opens one panel after the other
    for (const way of ['countries', 'years', 'plans', ...waysOutOfPage] as const) {
      await openItem(card, way);
      await expectNoViolations(page);
    }
    await page.emulateMedia(schemes.dark);
    await expectNoViolations(page, 'colours');
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('/en/indicators/A4.2?receipt=KGZ.2023', { waitUntil: 'networkidle' });
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoViolations(page);
  });

  await test.step('nothing moves where motion is unwelcome', async () => {
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter((one) => Number(one.effect?.getComputedTiming().duration ?? 0) > 10)
        .map((one) => one.id),
    );
    expect(moving).toEqual([]);
  });
});

test('on a phone what is compared is chosen on a sheet over the whole screen; each country has a row of its own', async ({
  page,
}) => {
  const phone = { width: 360, height: 640 };
  await page.setViewportSize(phone);
  await page.goto('/ru/compare?i=A4.2', { waitUntil: 'networkidle' });
  const open = page.getByRole('button', { name: /A4\.2 · Казахстан, Кыргызстан/ });
  await open.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Выбрать показатели и страны' });
  expect(await sheet.boundingBox()).toEqual({ x: 0, y: 0, ...phone });
  const show = sheet.getByRole('button', { name: 'Показать' });
  await expect(show).toBeInViewport({ ratio: 1 });
  await expectNoViolations(page);
  await page.emulateMedia(schemes.dark);
  await expectNoViolations(page, 'colours');
  await page.emulateMedia(schemes.light);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(open).toBeFocused();

  await page.keyboard.press('Enter');
  await sheet.getByLabel('Показатель 2').selectOption('A1.6');
  await sheet.getByLabel('Узбекистан').uncheck();
  await show.click();
  await expect(sheet).toHaveCount(0);
  await expect(page).toHaveURL(/\?i=A4\.2~A1\.6&c=KAZ~KGZ~TJK$/);
  const chosen = page.getByRole('button', {
    name: /A4\.2, A1\.6 · Казахстан, Кыргызстан, Таджикистан$/,
  });
  await expect(chosen).toBeFocused();
  const card = page.locator('figure[data-chart="A1.6"]');
  await expect(card.locator('[data-drawing] li')).toHaveCount(3);
  const places = await card
    .locator('[data-drawing] li')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(new Set(places.map(({ left }) => left)).size).toBe(1);
  for (const { width } of places) expect(width).toBeGreaterThan(300);
});

const noBox = { x: 0, y: 0, width: 0, height: 0 };

test('on a phone the quality of data opens at the newest years, and the arrow keys lead to the others', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/en/quality?c=KGZ');
  const frame = page.getByRole('region', { name: 'Kyrgyzstan: indicators by year' });
  const years = frame.getByRole('columnheader', { name: /^\d{4}$/ });
  // the position to which it scrolled before the scripts came stays
  await frame.evaluate((one) => one.scrollIntoView());
  await page.waitForLoadState('networkidle');
  await expect(years.last()).toBeInViewport();
  await expect(frame.getByRole('columnheader', { name: 'Indicator' })).toBeInViewport();
  await expect(years.first()).not.toBeInViewport();
  await frame.focus();
  for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('ArrowLeft');
  await expect(years.first()).toBeInViewport();
  // the names stay beside the years
  await expect(frame.getByRole('columnheader', { name: 'Indicator' })).toBeInViewport();
});

/** The text spacing of WCAG 1.4.12 as a style sheet. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`;

test('with the text spacing of WCAG 1.4.12 nothing is cut and nothing is read sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of [
    '',
    '/indicators/A4.2',
    '/actions/A5',
    '/countries/KGZ',
    '/changes',
    '/help',
  ]) {
    await page.goto(`/ru${path}`, { waitUntil: 'networkidle' });
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, spacing);
    expect(await cutTexts(page), path).toEqual([]);
    await expectNoSidewaysScroll(page);
  }
});
