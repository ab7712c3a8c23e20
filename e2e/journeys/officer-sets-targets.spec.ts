import { expect } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { watch } from '../support/watch.ts';

const indicator = 'Seats held by women in the national parliament';
const why = 'A third of the seats by 2030 is what the election law asks for.';

test('a target is changed with a rationale, by two officers, and its old version stays', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  const second = await signedIn(browser, 'officer2@demo.example', /\/en\/review/);
  const watched = [officer, second].map((page) => watch(page, baseURL ?? ''));

  await test.step('the first types another end for Kyrgyzstan, and has to say why', async () => {
    await officer.goto('/en/targets?i=A1.6');
    const end = officer.getByLabel('Kyrgyzstan, 2030');
    await expect(end).toHaveValue('50');
    await end.fill('33');
    const chart = officer.getByRole('region', { name: 'Kyrgyzstan' });
    await expect(chart).toContainText('33.0%');
    await expect(chart).toContainText('× the best past year');
    await officer.getByRole('button', { name: 'Propose for 1 country' }).click();
    await expect(officer.getByRole('alert')).toBeVisible();
    await expectNoViolations(officer);
    await officer.getByLabel(/^Rationale/).fill(why);
    await officer.getByRole('button', { name: 'Propose for 1 country' }).click();
    await expect(officer.getByRole('row', { name: /Kyrgyzstan/ })).toContainText(
      'Waiting for confirmation',
    );
  });

  await test.step('who proposed it cannot confirm it', async () => {
    await officer.goto('/en/targets/KGZ');
    await officer.getByRole('button', { name: new RegExp(indicator) }).click();
    await expect(officer.getByText('You proposed this plan')).toBeVisible();
    await expect(officer.getByRole('button', { name: 'Confirm', exact: true })).toHaveCount(0);
  });

  await test.step('the second confirms it and finds both versions with their reasons', async () => {
    await second.goto('/en/targets/KGZ');
    await second.getByRole('button', { name: new RegExp(indicator) }).click();
    await expect(second.getByText(why)).toBeVisible();
    await second.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(second.getByRole('button', { name: 'Confirm', exact: true })).toHaveCount(0);
    await expect(second.getByText(why)).toBeVisible();
    await expect(second.getByText(/^Version 1 ·/)).toBeVisible();
    await expect(second.getByText(/^Version 2 ·/)).toBeVisible();
  });

  await test.step('the end of a chart is moved with the arrow keys too', async () => {
    await second.goto('/en/targets?i=A1.6');
    const handle = second.getByRole('slider', { name: /Tajikistan/ });
    await handle.focus();
    const before = await second.getByLabel('Tajikistan, 2030').inputValue();
    await second.keyboard.press('ArrowDown');
    await expect(second.getByLabel('Tajikistan, 2030')).not.toHaveValue(before);
  });
  expect(watched.flatMap(({ problems }) => problems)).toEqual([]);
});
