import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { widths } from '../support/public-pages.ts';
import { expectNoSidewaysScroll, watch } from '../support/watch.ts';

const followed = ['/en/countries/KGZ', '/en/actions/A6', '/en/indicators/A4.2?c=KGZ~UZB'];

async function expectGoodPage(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    await expectNoViolations(page);
  }
}

test('a donor follows a country, an action and an indicator, keeps a view and asks for the monthly mail', async ({
  browser,
  page: visitor,
  baseURL,
}) => {
  const donor = await signedIn(browser, 'donor@demo.example', /\/en$/);
  const { problems } = watch(donor, baseURL ?? '');

  await test.step('nothing is followed at first', async () => {
    await donor.getByRole('link', { name: 'You follow' }).click();
    await expect(donor.getByText('You do not follow anything yet.')).toBeVisible();
    await expect(donor.getByText('Nothing is saved yet.')).toBeVisible();
  });

  await test.step('one press on a public page follows it; a visitor has no such button', async () => {
    for (const path of followed) {
      await donor.goto(path);
      await donor.getByRole('button', { name: 'Follow', exact: true }).click();
      await expect(donor.getByRole('button', { name: '✓ Following' })).toBeVisible();
    }
    await expectNoViolations(donor);
    await visitor.goto('/en/countries/KGZ', { waitUntil: 'networkidle' });
    await expect(visitor.getByRole('button', { name: 'Follow' })).toHaveCount(0);
  });

  await test.step('the view is kept under a name', async () => {
    await donor.getByRole('button', { name: 'Save this view' }).click();
    await donor.getByLabel('Name of the view').fill('Early marriage, two countries');
    await expectNoViolations(donor);
    await donor.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(donor.getByText('Saved', { exact: true })).toBeVisible();
  });

  await test.step('all of it stands in one place, which leads back to exactly that', async () => {
    await donor.goto('/en/following');
    const links = donor.getByRole('main').getByRole('link');
    for (const path of followed.map((one) => one.split('?', 1)[0]))
      await expect(links.and(donor.locator(`[href="${path ?? ''}"]`))).toHaveCount(1);
    await donor.getByRole('checkbox', { name: /at most once a month/ }).check();
    await expectGoodPage(donor);
    await donor.reload();
    await expect(donor.getByRole('checkbox', { name: /at most once a month/ })).toBeChecked();
    await donor.getByRole('link', { name: 'Early marriage, two countries' }).click();
    await expect(donor).toHaveURL(followed[2] ?? '');
  });

  await test.step('it can be renamed and ended', async () => {
    await donor.goto('/en/following');
    await donor.getByRole('button', { name: 'Rename Early marriage, two countries' }).click();
    await donor.getByLabel('New name').fill('Early marriage');
    await donor.getByRole('button', { name: 'Save', exact: true }).click();
    await donor.getByRole('button', { name: 'Delete Early marriage' }).click();
    await expect(donor.getByText('Nothing is saved yet.')).toBeVisible();
    const stop = donor.getByRole('button', { name: /^Stop following/ });
    for (let left = followed.length; left > 0; left--) {
      await expect(stop).toHaveCount(left);
      await stop.first().click();
    }
    await expect(donor.getByText('You do not follow anything yet.')).toBeVisible();
    await donor.getByRole('checkbox', { name: /at most once a month/ }).uncheck();
  });

  await test.step('the page that a mail leads to needs no session, and does nothing by being opened', async () => {
    await visitor.goto('/en/unsubscribe?token=not-ours', { waitUntil: 'networkidle' });
    await expect(visitor.locator('h1')).toHaveText('Monthly mail of Qadam');
    await expectGoodPage(visitor);
    await visitor.getByRole('button', { name: 'Stop these e-mails' }).click();
    await expect(visitor.locator('h1')).toHaveText('This link does not work');
    await expectNoViolations(visitor);
  });

  expect(problems).toEqual([]);
});
