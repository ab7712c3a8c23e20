import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { cellsOf, isOpen } from '../support/return-form.ts';
import { signedIn } from '../support/people.ts';
import { change, work } from '../support/work.ts';

const MOVED = 'reporter.uzb@demo.example';

interface Account {
  id: string;
  name: string;
  role: string;
  area: string | null;
  version: number;
  organisation: { id: string } | null;
}

async function accountOf(admin: Page, email: string): Promise<Account> {
  const { users } = await work<{ users: { users: Account[] } }>(
    admin,
    `query ($search: String) { users(lang: en, search: $search) { users { id name role area version organisation { id } } } }`,
    { search: email },
  );
  const [account] = users.users;
  if (account === undefined) throw new Error(`There is no account ${email}.`);
  return account;
}

/** Moves a reporter of the demonstration to another country and organisation. */
async function moveTo(
  admin: Page,
  email: string,
  { area, organisation }: Pick<Account, 'area' | 'organisation'>,
): Promise<void> {
  const { id: user, name, role, version: expectedVersion } = await accountOf(admin, email);
  const input = { user, name, role, area, expectedVersion, organisation: organisation?.id ?? null };
  await change(admin, 'changeUser', 'ChangeUserInput', input);
}

/** Saves a count that nobody has reported yet. */
async function saveSomething(reporter: Page): Promise<void> {
  const cells = await cellsOf(reporter, 'TJK', 2025);
  const count = cells.find((cell) => isOpen(cell) && cell.unit === 'NUMBER' && cell.table === null);
  if (count === undefined) throw new Error('Every count is filled in.');
  const { indicator, version: expectedVersion } = count;
  const said = { value: '7', comment: 'From the register', sourceText: 'Ministry of Interior' };
  const input = { area: 'TJK', cycle: 2025, indicator, expectedVersion, ...said };
  await change(reporter, 'saveValue', 'SaveValueInput', input);
}

async function sendForSignature(reporter: Page): Promise<void> {
  await reporter.goto('/en/report/TJK/2025');
  await reporter.getByRole('button', { name: 'Submit for review' }).click();
  await reporter.getByRole('button', { name: /^Send for signature \(\d+\)/ }).click();
  await expect(reporter.getByText('Waits for a second signature')).toBeVisible();
}

test('what one person of a country prepares is submitted when another has signed it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const admin = await signedIn(browser, 'admin@demo.example', /\/en\/admin/);
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  const moved = await accountOf(admin, MOVED);
  const required = officer.getByRole('switch', { name: 'Tajikistan' });

  // other journeys need the people where they were, also after this one has failed
  try {
    await test.step('the officer cannot ask for it where one person reports, and can where two do', async () => {
      await officer.goto('/en/framework/cycles');
      await required.click();
      await expect(officer.getByText(/Fewer than two people report/)).toBeVisible();
      await moveTo(admin, MOVED, await accountOf(admin, 'reporter.tjk@demo.example'));
      await required.click();
      await expect(required).toBeChecked();
      await expectNoViolations(officer);
    });

    const first = await signedIn(browser, 'reporter.tjk@demo.example', /\/en\/report/);
    const second = await signedIn(browser, MOVED, /\/en\/report/);

    await test.step('the first person sends it, the second gives it back with a comment', async () => {
      await saveSomething(first);
      await sendForSignature(first);
      await expect(first.getByRole('button', { name: 'Sign and submit' })).toHaveCount(0);
      await second.goto('/en/report');
      await expect(second.getByRole('heading', { name: 'Second signature' })).toBeVisible();
      await expectNoViolations(second);
      await second.getByRole('button', { name: 'Give back' }).click();
      const dialog = second.getByRole('dialog', { name: 'Give back' });
      await dialog.getByLabel('Why you give it back').fill('See page 12 of the yearbook');
      await dialog.getByRole('button', { name: 'Give back' }).click();
      await expect(dialog).toBeHidden();
      await first.goto('/en/report');
      await expect(first.getByText('See page 12 of the yearbook')).toBeVisible();
    });

    await test.step('sent again it is signed, in Russian', async () => {
      await sendForSignature(first);
      await second.goto('/ru/report');
      await expect(second.getByText('Ждёт второй подписи')).toBeVisible();
      await second.getByRole('link', { name: /^Значения за 2025 год: \d+$/ }).click();
      await expect(second).toHaveURL(/only=prepared/);
      await expect(second.getByRole('link', { name: /^Ждут подписи \(\d+\)$/ })).toBeVisible();
      await expectNoViolations(second);
      await second.getByRole('button', { name: 'Подписать и отправить' }).click();
      await expect(second.getByText(/подписано: /).first()).toBeVisible();
      await expect(second.getByText('Ждёт второй подписи')).toHaveCount(0);
    });

    await test.step('the officer sees both names, and the first person is told', async () => {
      await officer.goto('/en/review');
      await expect(officer.getByText(/signed by /).first()).toBeVisible();
      await first.goto('/en/inbox');
      await expect(first.getByRole('listitem').filter({ hasText: '2025' }).first()).toBeVisible();
    });
  } finally {
    await test.step('it is switched off again', async () => {
      await officer.goto('/en/framework/cycles');
      if (await required.isChecked()) await required.click();
      await expect(required).not.toBeChecked();
      await moveTo(admin, MOVED, moved);
    });
  }
});
