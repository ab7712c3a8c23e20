import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { demoPassword, signedIn } from '../support/people.ts';
import { widths } from '../support/public-pages.ts';
import { expectNoSidewaysScroll, watch } from '../support/watch.ts';

const desks = [
  {
    email: 'reporter.kgz@demo.example',
    home: /\/en\/report/,
    paths: ['/report', '/report/KGZ/2025'],
  },
  {
    email: 'officer@demo.example',
    home: /\/en\/review/,
    paths: ['/review', '/targets', '/targets/KGZ', '/publish'],
  },
  {
    email: 'officer2@demo.example',
    home: /\/en\/review/,
    paths: ['/targets?i=A1.6', '/framework', '/review/quality', '/review/quality?c=KGZ'],
  },
  {
    email: 'admin@demo.example',
    home: /\/en\/admin/,
    paths: ['/admin', '/admin/users', '/admin/translations'],
  },
  { email: 'auditor@demo.example', home: /\/en\/review/, paths: ['/review', '/targets/KGZ'] },
];

for (const { email, home, paths } of desks) {
  test(`${email} opens every desk of the role, on wide and narrow screens`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(360_000);
    const page = await signedIn(browser, email, home);
    const { problems } = watch(page, baseURL ?? '');
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const language of ['en', 'ru']) {
        for (const path of paths) {
          await test.step(`/${language}${path} at ${width} px`, async () => {
            await page.goto(`/${language}${path}`, { waitUntil: 'networkidle' });
            await expect(page.locator('h1')).toBeVisible();
            await expectNoSidewaysScroll(page);
            const { violations } = await new AxeBuilder({ page })
              .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
              .analyze();
            expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`)).toEqual([]);
          });
        }
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
