import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { signIn } from '../support/people.ts';
import { linksPrinted } from '../support/printed-mail.ts';

// A donor, because no later journey signs in as one.
const email = 'donor@demo.example';
const password = 'nine quiet herons';
/** How long to wait for a mail: they are sent every minute. */
const MAIL_MS = 90_000;

test('somebody who forgot a password sets another by the link of a mail, which works once', async ({
  page,
}) => {
  test.setTimeout(MAIL_MS + 60_000);
  const links = () => linksPrinted('desks', '/account/invitation');
  const before = links().length;
  await page.goto('/en/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  // waits for the new page, because the page before has such a field too
  await expect(page.getByRole('heading', { name: 'A new password' })).toBeVisible();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'Please look into your mailbox' })).toBeVisible();
  await expectNoViolations(page);
  await expect.poll(() => links().length, { timeout: MAIL_MS }).toBe(before + 1);
  // the link is in the language of the donor; this journey opens it in English
  const link = (links().at(-1) ?? '').replace(/^\/\w+/, '/en');

  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await expectNoViolations(page);
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('heading', { name: 'Your password is set' })).toBeVisible();
  await signIn(page, email, { password, next: '/en/account' });
  await expect(page).toHaveURL(/^[^?]*\/en\/account$/);

  await page.context().clearCookies();
  await page.goto('/en/sign-in');
  await page.goto(link);
  await expect(
    page.getByRole('heading', { name: 'This link does not work any more' }),
  ).toBeVisible();
});
