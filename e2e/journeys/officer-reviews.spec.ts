import { expect, type Locator, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { widths } from '../support/public-pages.ts';
import { expectNoSidewaysScroll, watch } from '../support/watch.ts';
import { change, submitUnchanged, work } from '../support/work.ts';

const countries = ['KAZ', 'KGZ', 'TJK', 'UZB'];
/** Indicators with published values of earlier years, for which the ministries now report too. */
const known = ['A1.6', 'A2.2', 'A2.6', 'A2.7', 'A4.6', 'A4.7', 'A5.7', 'C6', 'C7'];

const states = async (page: Page) => {
  const { reviewQueue } = await work<{
    reviewQueue: Record<'submitted' | 'approved', { id: string; remarks: string[] }[]>;
  }>(page, `{ reviewQueue(lang: en) { submitted { id remarks } approved { id remarks } } }`);
  return {
    easy: reviewQueue.submitted.filter(({ remarks }) => remarks.length === 0).length,
    approved: reviewQueue.approved.length,
  };
};

test('thirty unremarkable values of several returns are accepted in at most six clicks, and taken back', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  const { problems } = watch(officer, baseURL ?? '');
  let clicks = 0;
  const press = async (target: Locator) => {
    clicks += 1;
    await target.click();
  };

  await test.step('the ministries report what has not changed', async () => {
    const { cycleDesk } = await work<{
      cycleDesk: { cycles: { year: number; version: number }[] };
    }>(officer, `{ cycleDesk(lang: en) { cycles { year version } } }`);
    const version = cycleDesk.cycles.find(({ year }) => year === 2025)?.version;
    await change(officer, 'assign', 'AssignInput', {
      cycle: 2025,
      expectedVersion: version,
      assignments: countries.flatMap((area) =>
        known.map((indicator) => ({ indicator, area, organisation: `${area}-MIA` })),
      ),
    });
    for (const area of countries) {
      const email = `reporter.${area.toLowerCase()}@demo.example`;
      const reporter = await signedIn(browser, email, /\/en\/report/);
      await submitUnchanged(reporter, area, 2025, known);
      await reporter.context().close();
    }
  });

  const before = await states(officer);
  expect(before.easy).toBeGreaterThanOrEqual(30);

  await officer.goto('/en/review');
  await press(officer.getByRole('link', { name: /^To review/ }));
  await press(
    officer.getByRole('button', { name: `Accept ${before.easy} unremarkable`, exact: true }),
  );
  await expect(officer.getByRole('status').filter({ hasText: 'accepted' })).toBeVisible();
  expect(await states(officer)).toEqual({ easy: 0, approved: before.approved + before.easy });

  await press(officer.getByRole('button', { name: `Undo all ${before.easy}` }));
  await expect(officer.getByRole('status').filter({ hasText: 'undone' })).toBeVisible();
  expect(await states(officer)).toEqual(before);
  expect(clicks).toBeLessThanOrEqual(6);
  expect(problems).toEqual([]);
});

const women = 'Women among investigators of gender-based violence';

test('a question is answered on the return’s own page before its value is accepted', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  const reporter = await signedIn(browser, 'reporter.tjk@demo.example', /\/en\/report/);
  const watched = [officer, reporter].map((page) => watch(page, baseURL ?? ''));

  await test.step('the officer asks, and the value stays submitted', async () => {
    await officer
      .getByRole('region', { name: /^Returns/ })
      .getByRole('link', { name: 'Tajikistan, 2025' })
      .first()
      .click();
    await expect(officer.locator('h1')).toContainText('Tajikistan, 2025');
    await officer.getByRole('button', { name: `Ask: ${women}` }).click();
    await officer.getByLabel(/What do you want to know/).fill('Is the staff list of December?');
    await expectNoViolations(officer);
    await officer.getByRole('button', { name: 'Send the question' }).click();
    await expect(officer.getByText('Waiting for an answer:')).toBeVisible();
  });

  await test.step('the address is the view: a colleague sees the same', async () => {
    await officer.getByRole('button', { name: `Details: ${women}` }).click();
    await expect(officer).toHaveURL(/[?&]cell=/);
    const colleague = await signedIn(browser, 'officer2@demo.example', /\/en\/review/);
    await colleague.goto(officer.url());
    await expect(colleague.getByRole('heading', { name: 'Messages' })).toBeVisible();
    for (const width of widths) {
      await colleague.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(colleague);
      await expectNoViolations(colleague);
    }
    await colleague.context().close();
  });

  await test.step('the reporter answers in the form', async () => {
    await reporter.goto('/en/report/TJK/2025');
    await reporter.getByRole('button', { name: `Details: ${women}` }).click();
    await expect(reporter.getByText('Is the staff list of December?').last()).toBeVisible();
    await reporter.getByLabel(/^Your answer/).fill('Yes, of 31 December.');
    await reporter.getByRole('button', { name: /^Send the answer/ }).click();
    await expect(reporter.getByText('Yes, of 31 December.')).toBeVisible();
  });

  await test.step('the officer reads the answer and accepts', async () => {
    await officer.reload();
    await expect(officer.getByText('Answered: Yes, of 31 December.')).toBeVisible();
    await expect(officer.getByText('Waiting for an answer:')).toHaveCount(0);
    await officer.getByRole('button', { name: `Accept: ${women}` }).click();
    await expect(officer.getByText('1 value accepted')).toBeVisible();
    await officer.getByRole('button', { name: `Undo approval: ${women}` }).click();
    await expect(officer.getByRole('button', { name: `Accept: ${women}` })).toBeVisible();
  });
  expect(watched.flatMap(({ problems }) => problems)).toEqual([]);
});
