import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { expectAllSaved } from '../support/return-form.ts';

const CODE = 'A3.5';
const said = {
  en: 'This is the share of last year. Is it of this year?',
  ru: 'Это доля прошлого года. Она за этот год?',
};
const rowOf = (page: Page) => page.locator(`tr[data-indicator="${CODE}"]`).first();
const main = (page: Page) => page.locator('main');

test('an officer writes a rule, tries it and switches it on; a reporter meets it in both languages and explains', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  const reporter = await signedIn(browser, 'reporter.kaz@demo.example', /\/en\/report/);

  await test.step('it is refused where it compares a thing with itself, tried, and saved switched off', async () => {
    await officer.goto('/en/framework/rules');
    await officer.getByRole('button', { name: 'New rule' }).click();
    for (const side of ['Left side', 'Right side'])
      await officer.getByRole('group', { name: side }).getByLabel('Indicator').selectOption(CODE);
    await officer.getByRole('button', { name: 'Try on past data' }).click();
    await expect(main(officer)).toContainText('Both sides are the same');
    const right = officer.getByRole('group', { name: 'Right side' });
    await right.getByRole('button', { name: `Remove ${CODE}` }).click();
    await right.getByLabel('And a number').fill('41.7');
    await officer.getByLabel('Must be').selectOption({ label: 'different from' });
    await officer.getByRole('button', { name: 'Try on past data' }).click();
    await expect(main(officer)).toContainText('Broken: 0 of');
    for (const [language, text] of [
      ['English', said.en],
      ['Русский', said.ru],
    ] as const) {
      await officer.getByRole('tab', { name: language }).click();
      await officer.getByLabel(/What is told where the rule is broken/).fill(text);
    }
    await expectNoViolations(officer);
    await officer.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(officer.getByText(said.en)).toBeVisible();
  });

  await test.step('only what is switched on is met', async () => {
    await reporter.goto('/en/report/KAZ/2025');
    const value = rowOf(reporter).locator('[data-entry="value"]');
    await value.fill('41.7');
    await value.press('Tab');
    await expectAllSaved(reporter);
    await expect(main(reporter)).not.toContainText(said.en);
    await officer.getByRole('button', { name: /^Switch on: R/ }).click();
    await expect(officer.getByRole('button', { name: /^Switch off: R/ })).toBeVisible();
    await reporter.reload();
    await expect(main(reporter)).toContainText(said.en);
  });

  await test.step('in Russian too, as it is typed; a comment explains it, and it is handed in', async () => {
    await reporter.goto('/ru/report/KAZ/2025');
    await expect(main(reporter)).toContainText(said.ru);
    const value = rowOf(reporter).locator('[data-entry="value"]');
    await value.fill('41,8');
    await expect(main(reporter)).not.toContainText(said.ru);
    await value.fill('41,7');
    await expect(main(reporter)).toContainText(said.ru);
    await reporter.goto('/en/report/KAZ/2025');
    const below = reporter.locator(`tr[data-indicator="${CODE}"]`).nth(1);
    await below.getByRole('textbox').fill('The share has not changed.');
    await below.getByRole('textbox').press('Tab');
    await expectAllSaved(reporter);
    await reporter.getByRole('button', { name: 'Submit for review' }).click();
    await reporter
      .getByRole('dialog')
      .getByRole('button', { name: /^Submit \d/ })
      .click();
    await expect(reporter.getByRole('heading', { name: /^Received under number/ })).toBeVisible();
  });

  await test.step('the officer sees it beside the value, and switches the rule off', async () => {
    await officer.goto('/en/review?c=KAZ&show=KAZ');
    await expect(main(officer)).toContainText(said.en);
    await officer.goto('/en/framework/rules');
    await officer.getByRole('button', { name: /^Switch off: R/ }).click();
    await expect(officer.getByRole('button', { name: /^Switch on: R/ })).toBeVisible();
  });
});
