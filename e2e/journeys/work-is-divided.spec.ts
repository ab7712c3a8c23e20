import { expect } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';

/** The day after `day`. */
const nextDay = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

test('a return is divided among people, a deadline is moved knowingly, and both stand in the inbox', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const reporter = await signedIn(browser, 'reporter.uzb@demo.example', /\/en\/report/);
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);

  await test.step('the reporter takes two values and finds them under “Only mine”, in both languages', async () => {
    await reporter.goto('/en/report/UZB/2025');
    await reporter.getByRole('button', { name: 'More', exact: true }).click();
    await reporter.getByRole('menuitem', { name: 'Divide the work…' }).click();
    const dialog = reporter.getByRole('dialog', { name: 'Who fills in what' });
    await dialog
      .getByLabel('Person')
      .selectOption({ label: 'Reporter, Uzbekistan (demonstration)' });
    const boxes = dialog.getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await expectNoViolations(reporter);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await reporter.getByRole('link', { name: 'Only mine (2)' }).click();
    await expect(reporter).toHaveURL(/only=mine/);
    await reporter.goto('/en/report');
    await expect(reporter.getByRole('link', { name: /^2 values are yours\./ })).toBeVisible();
    await reporter.goto('/ru/report');
    await reporter.getByRole('link', { name: /^Вам поручены 2 значения\./ }).click();
    await expect(reporter.getByRole('link', { name: 'Только мои (2)' })).toBeVisible();
  });

  await test.step('the officer is told what moving the last day does, and can leave it', async () => {
    await officer.goto('/en/framework/cycles');
    await officer.getByLabel('Reporting year').first().selectOption('2025');
    const closes = officer.getByLabel('Closes on').first();
    await closes.fill(nextDay(await closes.inputValue()));
    const save = officer.getByRole('button', { name: 'Save', exact: true }).first();
    await save.click();
    const dialog = officer.getByRole('dialog', { name: 'Change the days of 2025 for everybody?' });
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Uzbekistan' })).toContainText(
      'gets other days',
    );
    await expect(dialog.getByText('5 people get an e-mail about it.')).toBeVisible();
    await expectNoViolations(officer);
    await dialog.getByRole('button', { name: 'Leave it as it is' }).click();
    await reporter.goto('/en/report');
    await expect(reporter.getByRole('link', { name: 'Inbox', exact: true })).toBeVisible();
    await save.click();
    await dialog.getByRole('button', { name: 'Change it' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the reporter finds it in the inbox, and it is read once it was opened', async () => {
    await reporter.goto('/ru/report');
    await reporter.getByRole('link', { name: 'Входящие (новых: 1)' }).click();
    await expect(reporter.getByRole('heading', { level: 1 })).toHaveText('Входящие');
    await expectNoViolations(reporter);
    const link = reporter.getByRole('link', { name: /2025 год: новый срок/ });
    await expect(reporter.getByRole('listitem').filter({ has: link })).toContainText('Новое:');
    await link.click();
    await expect(reporter).toHaveURL(/\/ru\/report\/UZB\/2025$/);
    await expect(reporter.getByRole('link', { name: 'Входящие', exact: true })).toBeVisible();
    await reporter.goto('/en/inbox');
    await expect(link).toBeVisible();
    await expect(reporter.getByText('New:')).toHaveCount(0);
  });

  await test.step('the moved day is in the calendar that the reporter subscribes to', async () => {
    await reporter.goto('/en/report');
    await reporter.getByRole('link', { name: 'Deadlines' }).click();
    await reporter.getByRole('button', { name: 'Make a personal address' }).click();
    const address = await reporter
      .getByRole('textbox', { name: 'Address of your calendar' })
      .innerText();
    const { pathname, search } = new URL(address);
    const calendar = await reporter.request.get(pathname + search);
    expect(await calendar.text()).toMatch(/BEGIN:VEVENT\r\nUID:due-UZB-2025@/);
    await reporter.getByRole('button', { name: 'Make another address' }).click();
    await expect(
      reporter.getByRole('textbox', { name: 'Address of your calendar' }),
    ).not.toHaveText(address);
    expect((await reporter.request.get(pathname + search)).status()).toBe(404);
  });
});
