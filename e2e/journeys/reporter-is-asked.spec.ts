import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { expectAllSaved } from '../support/return-form.ts';

const complaints = 'Harassment complaints per 100,000 employed';
const label = `${complaints}, 2025`;
const asked = 'Does this count the public service?';
const reason = 'Please give the figure of all twelve months.';

/** The row of the value, and the row below it with questions and answers. */
const rowOf = (page: Page) => page.locator('tr[data-indicator="A2.4"]').first();
const belowOf = (page: Page) => page.locator('tr[data-indicator="A2.4"]').nth(1);

test('a question reaches the reporter, the answer the reviewer, and of two officers the later one loses nothing', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const reporter = await signedIn(browser, 'reporter.tjk@demo.example', /\/en\/report/);
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  const second = await signedIn(browser, 'officer2@demo.example', /\/en\/review/);
  const value = reporter.getByLabel(label, { exact: true });
  const submit = async () => {
    await reporter.getByRole('button', { name: 'Submit for review' }).click();
    return reporter.getByRole('dialog');
  };

  await test.step('a value that its parts contradict is there after a reload, with its error, and named before handing in', async () => {
    await reporter.goto('/en/report/TJK/2025');
    await value.fill('60');
    await reporter.getByLabel(`${label}, numerator`).fill('3');
    await reporter.getByLabel(`${label}, denominator`).fill('2500000');
    await reporter.getByLabel(`${label}, denominator`).press('Tab');
    await expect(reporter.locator('main')).toContainText('60 does not agree with numerator');
    await expect(reporter.getByText(/^(All changes saved|Nothing unsaved)$/)).toBeVisible();
    await reporter.reload();
    await expect(value).toHaveValue('60');
    await expect(reporter.locator('main')).toContainText('60 does not agree with numerator');
    const dialog = await submit();
    await expect(dialog.getByRole('button', { name: /^Submit \d/ })).toBeDisabled();
    await expect(dialog.getByRole('listitem').filter({ hasText: complaints })).toContainText(
      'does not agree',
    );
    await dialog.getByRole('link', { name: complaints }).click();
    await value.fill('');
    await value.press('Tab');
    await expect(rowOf(reporter)).toContainText('0.12');
    await expectAllSaved(reporter);
    await (await submit()).getByRole('button', { name: /^Submit \d/ }).click();
    await expect(reporter.getByRole('heading', { name: /^Received under number/ })).toBeVisible();
  });

  await test.step('an officer asks, and a second one cannot accept before the answer', async () => {
    await officer.goto('/en/review?c=TJK&show=TJK');
    await officer.getByRole('button', { name: `Ask: ${complaints}` }).click();
    await officer.getByLabel(/What do you want to know/).fill(asked);
    await officer.getByRole('button', { name: 'Send the question' }).click();
    await expect(officer.getByText('Waiting for an answer:')).toBeVisible();
    await second.goto('/en/review?c=TJK&show=TJK');
    await second.getByRole('button', { name: `Accept: ${complaints}` }).click();
    await expect(second.getByText('has not been answered yet')).toBeVisible();
    await expect(
      second.getByRole('button', { name: `Accept without an answer: ${complaints}` }),
    ).toBeVisible();
    await expectNoViolations(second);
  });

  await test.step('the reporter sees it at home and in the grid, and answers there', async () => {
    await reporter.goto('/en/report');
    await expect(reporter.getByText('A reviewer waits for an answer about 1 value.')).toBeVisible();
    await reporter.goto('/en/report/TJK/2025');
    await expect(reporter.getByRole('link', { name: 'Only with a question (1)' })).toBeVisible();
    await expect(belowOf(reporter)).toContainText(asked);
    await reporter.getByRole('button', { name: `Answer: ${complaints}` }).click();
    await reporter.getByLabel(`Your answer: ${complaints}`).fill('Yes, all employed.');
    await expectNoViolations(reporter);
    // an answer that was not sent yet is there again after the page is reloaded
    await reporter.reload();
    await reporter.getByRole('button', { name: `Answer: ${complaints}` }).click();
    await expect(reporter.getByLabel(`Your answer: ${complaints}`)).toHaveValue(
      'Yes, all employed.',
    );
    await reporter.getByRole('button', { name: `Send the answer: ${complaints}` }).click();
    await expect(reporter.getByText(asked)).toHaveCount(0);
  });

  await test.step('one officer accepts while the other writes: the reason stays, and is sent after the undoing', async () => {
    await second.goto('/en/review?c=TJK&show=TJK');
    await expect(second.getByText('Answered: Yes, all employed.')).toBeVisible();
    await second.getByRole('button', { name: `Return: ${complaints}` }).click();
    const field = second.getByLabel(/What should the reporter check/);
    await field.fill(reason);
    await officer.goto('/en/review?c=TJK&show=TJK');
    await officer.getByRole('button', { name: `Accept: ${complaints}` }).click();
    await expect(officer.getByText('1 value accepted')).toBeVisible();
    await second.getByRole('button', { name: 'Return to the reporter' }).click();
    await expect(second.getByRole('alert').first()).toContainText('Value approved:');
    await expect(field).toHaveValue(reason);
    await expectNoViolations(second);
    await second
      .getByRole('row', { name: new RegExp(complaints) })
      .getByRole('button', { name: `Undo approval: ${complaints}` })
      .click();
    await second.getByRole('button', { name: 'Return to the reporter' }).click();
    await expect(second.getByText('Returned to the reporter.')).toBeVisible();
    await reporter.goto('/en/report/TJK/2025');
    await expect(belowOf(reporter)).toContainText(reason);
  });
});
