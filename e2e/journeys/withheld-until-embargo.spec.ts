import { expect, type Page } from '@playwright/test';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { publicAnswers } from '../support/public-answers.ts';
import { watch } from '../support/watch.ts';

const line = 'Crisis line 150, day and night, free of charge';

test('a release planned for a time shows nothing before it, and everything after it', async ({
  browser,
  request,
  page: visitor,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const before = await publicAnswers(request);
  const admin = await signedIn(browser, 'admin@demo.example', /\/en\//);
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  const watched = [admin, officer, visitor].map((page) => watch(page, baseURL ?? ''));

  await test.step('an administrator writes where help is found; the page says it waits for a release', async () => {
    await admin.goto('/en/admin/help-lines');
    await expect(admin.getByText('They become public with the next release')).toBeVisible();
    await admin.getByRole('button', { name: 'Kazakhstan' }).click();
    await admin.getByLabel('English').fill(line);
    await admin.getByRole('button', { name: 'Save English' }).click();
    await expect(admin.getByText('Saved.')).toBeVisible();
  });

  const number =
    await test.step('an officer sees it in the preview and plans the release', async () => {
      await officer.goto('/en/publish');
      await officer.getByLabel('As of year').fill('2025');
      const heading = officer.getByRole('heading', { name: /^Release .* as it would be$/ });
      await expect(heading).toBeVisible();
      await expect(officer.getByText(line)).toBeVisible();
      await expect(officer.getByText('Head of the audit chain')).toBeVisible();
      await officer.getByLabel('Note in English').fill('Where help is found in Kazakhstan.');
      await officer.getByLabel('Note in Russian').fill('Где получить помощь в Казахстане.');
      await officer.getByLabel(/^Publish at/).fill(await soon(officer));
      await expect(officer.getByText(/in your time zone .* UTC/)).toBeVisible();
      await officer.getByRole('button', { name: 'Plan this release' }).click();
      await officer.getByRole('button', { name: /^Yes, plan/ }).click();
      await expect(officer.getByText('Nobody outside can see it before its time.')).toBeVisible();
      return /Release (\S+) as/.exec((await heading.textContent()) ?? '')?.[1] ?? '';
    });

  await test.step('nothing of it is public before its time', async () => {
    expect(await publicAnswers(request)).toBe(before);
    await visitor.goto('/en/help');
    await expect(visitor.locator('main')).not.toContainText(line);
  });

  await test.step('everything of it is public after its time', async () => {
    const help = async () => (await request.get('/en/help')).text();
    await expect.poll(help, { timeout: 200_000, intervals: [2000] }).toContain(line);
    await visitor.goto('/en/help');
    await expect(visitor.locator('main')).toContainText(line);
    await visitor.goto('/en/countries/KAZ');
    await expect(visitor.getByRole('heading', { name: 'Help in Kazakhstan' })).toBeVisible();
    await visitor.goto('/en/releases');
    await expect(visitor.locator('main')).toContainText(number);
    await officer.goto('/en/publish');
    await expect(officer.getByText(`Published as ${number}:`)).toBeVisible();
  });

  expect(watched.flatMap(({ problems }) => problems)).toEqual([]);
});

/** The next full minute that is at least 40 seconds away, in the local time of the browser: until then the release has to be planned and looked for. */
function soon(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = new Date(Math.ceil((Date.now() + 40_000) / 60_000) * 60_000);
    const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
    return local.toISOString().slice(0, 16);
  });
}
