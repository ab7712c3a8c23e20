import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations, schemes } from '../support/axe.ts';
import { expectNoSidewaysScroll, watch } from '../support/watch.ts';

/** Actions in the words of the meeting's report. */
const quotations = {
  A2: 'Include definition of sexual harassment in the Labour Code to address GBV problem in the workplace.',
  A4: 'Address insecurity surrounding inheritance and other rights of women and their children in religious marriages and early marriages.',
  F2: 'general shortage of crisis centres providing safe accommodation to victims/survivors of violence and their children',
} as const;
const actions = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'F1', 'F2', 'F3'] as const;

/** The stage and year of each cell in a row of a law. */
const rowOf = (page: Page, part: string) =>
  page
    .getByRole('row', { name: new RegExp(`^${part}`) })
    .getByRole('cell')
    .evaluateAll((cells) =>
      cells.map((cell) => {
        const stage = cell.querySelector('b')?.textContent;
        const year = /(?:since|as of) (\d{4})/.exec(cell.textContent)?.[1];
        return stage === undefined
          ? (cell.querySelector('[class*="unknown"]')?.textContent ?? '')
          : `${stage} ${String(year)}`;
      }),
    );

test('a visitor reads first what the meeting said, word for word, and in other languages our translation before it', async ({
  page,
}) => {
  for (const [code, words] of Object.entries(quotations)) {
    await page.goto(`/en/actions/${code}`);
    await expect(page.locator('main blockquote')).toHaveText(`“${words}”`);
    await page.goto(`/kk/actions/${code}`);
    await expect(page.locator('main blockquote')).not.toContainText(words);
    await expect(page.locator('main q[lang="en"]')).toHaveText(`“${words}”`);
  }
});

test('the law of A2 is a matrix: what is in force, what is a draft, what nobody knows', async ({
  page,
}) => {
  await page.goto('/en/actions/A2');
  expect(await rowOf(page, 'Sexual harassment defined by law')).toEqual([
    'Draft published or consulted 2025',
    'Draft published or consulted 2021',
    'Adopted and in force 2022',
    'Adopted and in force 2023',
  ]);
  expect(await rowOf(page, 'Demands in exchange')).toEqual([
    'no longer proven',
    'not known',
    'Not started 2023',
    'no longer proven',
  ]);
});

test('in forced colours too a step that is not reached looks otherwise than one that is', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/en/actions/A2');
  const fills = (words: string) =>
    page
      .locator('td', { hasText: words })
      .first()
      .locator('rect')
      .evaluateAll((steps) => steps.map((step) => getComputedStyle(step).fill));
  const [reached, , , , ahead] = await fills('Adopted and in force');
  expect(ahead).not.toBe(reached);
  expect(await fills('Not started')).toEqual(Array(5).fill(ahead));
});

test('the two laws of A4 stand one under the other, and say which part is not counted', async ({
  page,
}) => {
  await page.goto('/en/actions/A4');
  const laws = page
    .locator('main section')
    .filter({ has: page.locator('h2', { hasText: 'What the law says' }) });
  await expect(laws.getByRole('table')).toHaveCount(2);
  expect(await rowOf(page, 'Marriage age of 18')).toEqual([
    'Adopted and in force 2019',
    'Adopted and in force 2025',
    'Adopted and in force 2019',
    'Adopted and in force 2019',
  ]);
  await expect(
    page.getByRole('rowheader', { name: /^Registration before the rite/ }),
  ).toContainText('does not count in the level');
  await expect(page.getByRole('rowheader', { name: /^Rights of the children/ })).toContainText(
    'from the words of the proposal itself',
  );
});

test('a cell opens the fact behind it by keyboard, and Esc leads back to it', async ({ page }) => {
  await page.goto('/en/actions/A2', { waitUntil: 'networkidle' });
  const cell = page.locator('[popovertarget="fact-A2.1-DEF-UZB"][aria-haspopup]');
  const note = page.getByRole('dialog', { name: /Uzbekistan · Sexual harassment defined by law/ });
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(note).toBeVisible();
  await expect(note).toContainText('12 April 2023');
  await expect(note.getByRole('link')).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(cell).toBeFocused();
});

test('a visitor without JavaScript opens it too', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/en/actions/A2');
  await page.locator('[popovertarget="fact-A2.1-DEF-UZB"][aria-haspopup]').click();
  await expect(page.locator('[id="fact-A2.1-DEF-UZB"]')).toBeVisible();
  await context.close();
});

/** The longest pages in every language; all others are much shorter. */
const longest = ['A3', 'A4'] as const;
for (const [lang, shown] of [
  ['en', actions],
  ['ru', actions],
  ['kk', longest],
  ['ky', longest],
  ['tg', longest],
  ['uz', longest],
] as const)
  test(`every action fits three screens wide and eight narrow in ${lang}, with no red where nothing went back`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const { problems } = watch(page, baseURL ?? '');
    for (const code of shown)
      await test.step(code, async () => {
        await page.goto(`/${lang}/actions/${code}`);
        for (const [width, height, screens] of [
          [1440, 900, 3],
          [360, 740, 8],
        ] as const) {
          await page.setViewportSize({ width, height });
          const long = await page.evaluate(
            () => document.documentElement.scrollHeight / innerHeight,
          );
          expect(long, `${code} at ${String(width)}`).toBeLessThanOrEqual(screens);
          await expectNoSidewaysScroll(page);
        }
        expect(await redOnes(page)).toEqual([]);
      });
    expect(problems).toEqual([]);
  });

/** Everything visible in the text or background colour of a step back, without the folded change log, which also tells paces. */
const redOnes = (page: Page) =>
  page.locator('main').evaluate((main) => {
    const probe = main.appendChild(document.createElement('i'));
    const of = (token: string) => {
      probe.style.color = `var(${token})`;
      return getComputedStyle(probe).color;
    };
    const red = [of('--bad-ink'), of('--bad-tint'), of('--bad-fill')];
    probe.remove();
    return [...main.querySelectorAll('*')].flatMap((one) => {
      const { color, backgroundColor, fill } = getComputedStyle(one);
      return one.checkVisibility() &&
        [color, backgroundColor, fill].some((value) => red.includes(value))
        ? [one.outerHTML.slice(0, 80)]
        : [];
    });
  });

test('the page of an action is right for axe in every scheme, wide and narrow', async ({
  page,
}) => {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/ru/actions/A4', { waitUntil: 'networkidle' });
    await expectNoViolations(page);
    for (const scheme of ['dark', 'forced'] as const) {
      await page.emulateMedia(schemes[scheme]);
      await expectNoViolations(page, 'colours');
    }
    await page.emulateMedia(schemes.light);
  }
});
