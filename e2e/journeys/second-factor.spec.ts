import { expect, test, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { expectNoViolations } from '../support/axe.ts';
import { signIn } from '../support/people.ts';

// A donor, because no later journey signs in as one.
const email = 'donor@demo.example';
const HALF_MINUTE = 30_000;
/** The account page itself, not the sign-in page that leads there. */
const atAccount = /^[^?]*\/en\/account$/;

/** The code that the app shows `ahead` half minutes from now: each is accepted once, also half a minute early or late. */
const shows = (secret: string, ahead: number) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + ahead * HALF_MINUTE });

async function givePassword(page: Page): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, email, { next: '/en/account' });
}

const part = (page: Page) => page.getByRole('region', { name: 'Second factor' });

/** Reads the recovery codes, which are shown only once. */
async function keepCodes(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { name: 'Recovery codes' })).toBeVisible();
  await expectNoViolations(page);
  const codes = await page
    .getByRole('region', { name: 'Recovery codes' })
    .locator('code')
    .allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: 'I have kept the codes' }).click();
  return codes;
}

async function removeAll(page: Page): Promise<void> {
  await page.goto('/en/account');
  await expect(part(page).getByRole('button', { name: /^Set up/ })).toBeVisible();
  const remove = part(page).getByRole('button', { name: /^Remove/ });
  for (let left = await remove.count(); left > 0; left--) {
    await remove.first().click();
    await expect(remove).toHaveCount(left - 1);
  }
  await expect(part(page)).toContainText('None is set up.');
}

test('somebody sets an app up, signs in with its code, and with a recovery code once it is lost', async ({
  page,
}) => {
  await givePassword(page);
  await expect(page).toHaveURL(atAccount);
  await part(page).getByRole('button', { name: 'Set up an app' }).click();
  const secret = (await part(page).locator('code').innerText()).replaceAll(' ', '');
  await expectNoViolations(page);
  await part(page).getByLabel('Six digits of the app').fill('000000');
  await part(page).getByRole('button', { name: 'Confirm' }).click();
  await expect(part(page)).toContainText('The code is wrong');
  await part(page).getByLabel('Six digits of the app').fill(shows(secret, 0));
  await part(page).getByRole('button', { name: 'Confirm' }).click();
  const codes = await keepCodes(page);
  await expect(part(page)).toContainText('10 recovery codes left');

  await givePassword(page);
  await expect(page.getByText('Please show your second factor.')).toBeVisible();
  await expectNoViolations(page);
  // the password alone does not sign anybody in
  expect((await page.request.get('/auth/me')).status()).toBe(401);
  await page.getByLabel('Code').fill(shows(secret, 1));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL(atAccount);

  await givePassword(page);
  await page.getByLabel('Code').fill(codes[0]?.toLowerCase() ?? '');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(part(page)).toContainText('9 recovery codes left');
  await removeAll(page);
});

test.describe('with a device that keeps passkeys', () => {
  // a passkey needs a host name, not an IP address
  test.use({
    baseURL: async ({ baseURL }, use) => {
      await use(baseURL?.replace('127.0.0.1', 'localhost'));
    },
  });

  test('somebody adds a passkey and signs in with it', async ({ page }) => {
    const device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await givePassword(page);
    await expect(page).toHaveURL(atAccount);
    await part(page).getByRole('button', { name: 'Add a passkey' }).click();
    await part(page).getByLabel('Name of the passkey').fill('Office computer');
    await part(page).getByRole('button', { name: 'Add a passkey' }).last().click();
    await keepCodes(page);
    await expect(part(page)).toContainText('Office computer');

    await givePassword(page);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(page).toHaveURL(atAccount);
    await expect(part(page)).toContainText('last used');
    await removeAll(page);
  });
});
