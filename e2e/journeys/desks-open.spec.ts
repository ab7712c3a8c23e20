import { expect, type Page } from '@playwright/test';
import { expectNoViolationsIn, schemesOf, unfoldAll, type Scheme } from '../support/axe.ts';
import { cutTexts } from '../support/cut-texts.ts';
import { expectAccessibilityTree, oddLines } from '../support/accessibility-tree.ts';
import { test } from '../support/journey.ts';
import { demoPassword, signedIn } from '../support/people.ts';
import { widths } from '../support/public-pages.ts';
import { expectNoSidewaysScroll, watch } from '../support/watch.ts';
import { work } from '../support/work.ts';

type Opening = (page: Page) => Promise<void>;
const press =
  (name: string | RegExp): Opening =>
  (page) =>
    page.getByRole('button', { name }).first().click();
const unfold =
  (name: string | RegExp): Opening =>
  (page) =>
    page.locator('main summary', { hasText: name }).first().click();

/** Every desk page by the person who may open it, with what can be opened on it. */
const desks: { email: string; home: RegExp; paths: Record<string, Opening[]> }[] = [
  {
    email: 'reporter.kgz@demo.example',
    home: /\/en\/report/,
    paths: {
      '/report': [],
      '/report/KGZ/2025': [press(/^Details: /), press('Submit for review')],
      '/report/KGZ/2024': [press(/^Details: /)],
      '/import': [],
      '/inbox': [],
      '/calendar': [],
      '/machines': [],
      '/account': [],
    },
  },
  {
    email: 'officer@demo.example',
    home: /\/en\/review/,
    paths: {
      '/review': [unfold('areas still owe'), press(/^Details/)],
      '/review/:submission': [],
      '/values/:value': [],
      '/targets': [],
      '/targets/KGZ?i=A4.2': [],
      '/publish': [],
      '/publish/withdrawals': [],
      '/publish/agreements': [],
      '/review/quality': [],
      '/review/quality?c=KGZ': [],
      '/framework': [press('Edit A1'), unfold('Load from a file')],
      '/framework/indicators/A4.2': [],
      '/framework/indicators/A2.1': [],
      '/framework/cycles': [],
      '/framework/rules': [press('New rule')],
      '/framework/series': [],
    },
  },
  {
    email: 'admin@demo.example',
    home: /\/en\/admin/,
    paths: {
      '/admin': [],
      '/admin/users': [press('Invite somebody'), press(/Open the account of/)],
      '/admin/confirmations': [],
      '/admin/organisations': [press('Add an organisation'), press(/^Change/)],
      '/admin/help-lines': [],
      '/admin/audit': [],
      '/admin/translations': [],
      '/admin/translations?of=INDICATOR A4.2&in=kk': [],
      '/admin/outbox': [unfold('Read the mail')],
    },
  },
  {
    email: 'auditor@demo.example',
    home: /\/en\/review/,
    paths: { '/review': [], '/targets/KGZ': [], '/following': [] },
  },
];

async function expectFine(page: Page, shown: readonly Scheme[]): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectNoViolationsIn(page, shown);
}

/** The ids of the first return and the first value that wait for a decision. */
async function waiting(page: Page): Promise<Record<string, string>> {
  const { reviewQueue } = await work<{
    reviewQueue: { returns: { id: string }[]; submitted: { id: string }[] };
  }>(page, '{ reviewQueue(lang: en) { returns { id } submitted { id } } }');
  const [submission] = reviewQueue.returns;
  const [value] = reviewQueue.submitted;
  if (!submission || !value) throw new Error('Nothing waits for a decision.');
  return { ':submission': submission.id, ':value': value.id };
}

for (const { email, home, paths } of desks) {
  test(`${email} opens every desk of the role in three languages, wide and narrow, in light, dark and forced colours, and axe finds nothing wrong`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(600_000);
    const page = await signedIn(browser, email, home);
    const { problems } = watch(page, baseURL ?? '');
    const ids = Object.keys(paths).some((path) => path.includes(':')) ? await waiting(page) : {};
    for (const [path, openings] of Object.entries(paths)) {
      for (const language of ['en', 'ru', 'kk'] as const) {
        await test.step(`/${language}${path}`, async () => {
          const place = path.replace(/:\w+/, (name) => {
            const id = ids[name];
            if (id === undefined) throw new Error(`${name} is nowhere.`);
            return id;
          });
          await page.setViewportSize({ width: widths[0], height: 900 });
          await page.goto(`/${language}${place}`);
          await expect(page.locator('h1')).toHaveCount(1);
          await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          if (language === 'en' && !email.startsWith('auditor'))
            await expectAccessibilityTree(page, path);
          expect(await oddLines(page)).toEqual([]);
          for (const width of widths) {
            await page.setViewportSize({ width, height: 900 });
            // folded parts stay closed on the wide screen, and are opened on the narrow one
            if (width !== widths[0]) await unfoldAll(page);
            await expectFine(page, schemesOf(language, width));
          }
          expect(await cutTexts(page)).toEqual([]);
          if (language !== 'en') return;
          for (const open of openings) {
            await page.setViewportSize({ width: widths[0], height: 900 });
            await open(page);
            await expectFine(page, ['light', 'dark']);
            await page.setViewportSize({ width: widths[1], height: 900 });
            await expectFine(page, []);
            await page.keyboard.press('Escape');
          }
        });
      }
    }
    expect(problems).toEqual([]);
  });
}

test('a desk asks a visitor to sign in and then opens; the demonstration shows its password', async ({
  page,
  baseURL,
}) => {
  const { problems } = watch(page, baseURL ?? '');
  await page.goto('/en/report/KGZ/2025');
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  await expect(page.getByText(demoPassword)).toBeVisible();
  await page.getByRole('button', { name: /reporter\.kgz@demo\.example/ }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/en\/report\/KGZ\/2025/);
  await expect(page.locator('h1')).toContainText('Kyrgyzstan');
  expect(problems).toEqual([]);
});

test('a desk of another role says which role it is for, and another country is not found', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'reporter.kgz@demo.example', /\/en\/report/);
  await page.goto('/en/publish');
  await expect(page.getByText('Programme officer').first()).toBeVisible();
  await page.goto('/en/report/UZB/2025');
  await expect(page.locator('main')).toContainText('This page does not exist');
});
