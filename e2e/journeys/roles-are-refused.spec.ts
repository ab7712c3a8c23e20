import { expect, type Page } from '@playwright/test';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { work } from '../support/work.ts';

const officerDesks = [
  '/review',
  '/publish',
  '/review/quality',
  '/framework',
  '/framework/cycles',
  '/framework/rules',
];
/** One page of each kind; a spec of web opens the others (`desk/states.spec.tsx`). */
const ofOthers = ['/review', '/framework/rules', '/admin/audit'];

const refused = async (page: Page, path: string) => {
  await page.goto(`/en${path}`);
  await expect(page.locator('main'), `${path} is not for this role`).toContainText(
    'This desk is not open to you',
  );
};
const absent = async (page: Page, path: string) => {
  await page.goto(`/en${path}`);
  await expect(page.locator('main'), `${path} is of another country`).toContainText(
    'This page does not exist',
  );
};
/** The code with which the server answers a query that no page of this role would send. */
const answer = async (page: Page, query: string) => {
  const response = await page.request.post('/work/graphql', {
    headers: { 'x-qadam': '1' },
    data: { query },
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
};
const approve = (observation: string, revision: string) =>
  `mutation { approveValues(input: { idempotencyKey: "a-key-of-this-journey",
     values: [{ observation: "${observation}", revision: "${revision}" }] }) { batch } }`;
const save = `mutation { saveValue(input: { area: "KGZ", cycle: 2025, indicator: "A5.8", value: "1",
  expectedVersion: 0, idempotencyKey: "another-key-of-this-journey" }) { problems { code } } }`;

interface Waiting {
  returns: { id: string; area: string }[];
  submitted: { id: string; area: string; current: { id: string } }[];
}
let uzbek: { page: string; value: string; revision: string };

test.beforeAll(async ({ browser }) => {
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  const { reviewQueue } = await work<{ reviewQueue: Waiting }>(
    officer,
    `{ reviewQueue(lang: en, area: "UZB") { returns { id area } submitted { id area current { id } } } }`,
  );
  const [handedIn] = reviewQueue.returns;
  const [value] = reviewQueue.submitted;
  if (!handedIn || !value) throw new Error('Uzbekistan has handed something in.');
  uzbek = { page: handedIn.id, value: value.id, revision: value.current.id };
  await officer.context().close();
});

test('a reporter opens neither an officer’s desk nor anything of another country', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'reporter.kgz@demo.example', /\/en\/report/);
  for (const path of ofOthers) await refused(page, path);
  for (const path of ['/report/UZB/2025', '/targets/UZB', `/values/${uzbek.value}`]) {
    await absent(page, path);
  }
  // a value that does not exist is answered in the same words
  await absent(page, '/values/00000000-0000-4000-8000-000000000000');
  expect(await answer(page, approve(uzbek.value, uzbek.revision))).toBe('FORBIDDEN');
  expect(await answer(page, `{ workObservation(id: "${uzbek.value}", lang: en) { id } }`)).toBe(
    'NOT_FOUND',
  );
});

test('an auditor reads every desk and writes nothing', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, 'auditor@demo.example', /\/en\/review/);
  for (const path of [`/review/${uzbek.page}`, `/values/${uzbek.value}`, ...officerDesks]) {
    await page.goto(`/en${path}`, { waitUntil: 'networkidle' });
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('main')).not.toContainText('This desk is not open to you');
    await expect(
      page.getByRole('button', {
        name: /^(Accept|Ask|Return|Undo|Publish|Save|Create|Propose|Confirm|Remind|Send)/,
      }),
      `nothing is decided at ${path}`,
    ).toHaveCount(0);
  }
  await page.goto('/en/targets?i=A1.6', { waitUntil: 'networkidle' });
  await expect(page.getByLabel('Kyrgyzstan, 2030')).toBeDisabled();
  await expect(page.getByRole('button', { name: /^Propose/ })).toHaveCount(0);
  expect(await answer(page, approve(uzbek.value, uzbek.revision))).toBe('FORBIDDEN');
  expect(await answer(page, save)).toBe('FORBIDDEN');
});

test('an administrator neither enters values nor reviews them', async ({ browser }) => {
  const page = await signedIn(browser, 'admin@demo.example', /\/en\/admin/);
  for (const path of ['/review', `/review/${uzbek.page}`, '/report/KGZ/2025', '/targets/KGZ']) {
    await refused(page, path);
  }
  expect(await answer(page, approve(uzbek.value, uzbek.revision))).toBe('FORBIDDEN');
  expect(await answer(page, save)).toBe('FORBIDDEN');
});

test('a donor has no desk', async ({ browser }) => {
  const page = await signedIn(browser, 'donor@demo.example', /\/en\/?$/);
  for (const path of [...ofOthers, '/report/KGZ/2025', `/values/${uzbek.value}`])
    await refused(page, path);
  expect(await answer(page, `{ reviewQueue(lang: en) { submitted { id } } }`)).toBe('FORBIDDEN');
});

test('an officer enters no value', async ({ browser }) => {
  const page = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  await page.goto('/en/report/KGZ/2025', { waitUntil: 'networkidle' });
  await expect(page.getByRole('button', { name: 'Submit for review' })).toHaveCount(0);
  expect(await answer(page, save)).toBe('FORBIDDEN');
});
