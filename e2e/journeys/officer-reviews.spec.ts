import { expect, test, type Locator, type Page } from '@playwright/test';
import { signedIn } from '../support/people.ts';
import { watch } from '../support/watch.ts';
import { change, submitUnchanged, work } from '../support/work.ts';

const countries = ['KAZ', 'KGZ', 'TJK', 'UZB'];
/** What has been known for years, and is now asked of the ministries too. */
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
