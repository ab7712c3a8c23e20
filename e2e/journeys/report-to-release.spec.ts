import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { hiddenIn, openItem } from '../support/chart.ts';
import { publicAnswers } from '../support/public-answers.ts';
import { watch } from '../support/watch.ts';

const cases = 'Reported cases of domestic violence, 2025';
const complaints = 'Harassment complaints per 100,000 employed';
const trained = 'Front-line officers with valid training on violence';

test('a value goes from the ministry to the public, and nothing shows before the release', async ({
  browser,
  request,
  page: visitor,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const before = await publicAnswers(request);
  const stillTheSame = async (step: string) => {
    expect(await publicAnswers(request), `a public answer changed after: ${step}`).toBe(before);
  };
  const reporter = await signedIn(browser, 'reporter.kgz@demo.example', /\/en\/report/);
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  const second = await signedIn(browser, 'officer2@demo.example', /\/en\/review/);
  const watched = [reporter, officer, second, visitor].map((p) => watch(p, baseURL ?? ''));

  await test.step('the reporter enters three values, one from a small count, explains the warning and submits', async () => {
    await reporter.goto('/en/report/KGZ/2025');
    await reporter.getByLabel(cases, { exact: true }).fill('90 000');
    await reporter.getByLabel(cases, { exact: true }).press('Enter');
    const row = rowOf(reporter, 'A5.6');
    await expect(row).toContainText('saved');
    await reporter.getByRole('button', { name: 'Submit for review' }).click();
    const dialog = reporter.getByRole('dialog');
    await expect(dialog).toContainText('A comment is missing');
    await expectNoViolations(reporter);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await commentOf(reporter, 'A5.6').fill('All districts report through the new register.');
    await reporter.getByLabel(`${trained}, 2025, numerator`).fill('670');
    await reporter.getByLabel(`${trained}, 2025, denominator`).fill('2000');
    await reporter.getByLabel(`${trained}, 2025, denominator`).press('Tab');
    await expect(rowOf(reporter, 'F1.1')).toContainText('33.5');
    await reporter.getByLabel(`${complaints}, 2025, numerator`).fill('3');
    await reporter.getByLabel(`${complaints}, 2025, denominator`).fill('2500000');
    await reporter.getByLabel(`${complaints}, 2025, denominator`).press('Tab');
    await expect(rowOf(reporter, 'A2.4')).toContainText('0.12');
    await expect(reporter.getByText('All changes saved')).toBeVisible();
    await submit(reporter);
    await stillTheSame('submission');
  });

  await test.step('the officer returns one value with a reason', async () => {
    await officer.goto('/en/review');
    await officer.getByRole('button', { name: /^Return: Reported cases/ }).click();
    await officer.getByRole('button', { name: 'Return to the reporter' }).click();
    await expect(officer.getByRole('alert')).toContainText('not returned without a reason');
    await expectNoViolations(officer);
    await officer
      .getByLabel(/What should the reporter check/)
      .fill('Is this cases or reports? Last time it was 13,104.');
    await officer.getByRole('button', { name: 'Return to the reporter' }).click();
    await expect(officer.getByRole('button', { name: /^Return: Reported cases/ })).toHaveCount(0);
    await stillTheSame('return');
  });

  await test.step('the reporter reads the reason, corrects and submits again', async () => {
    await reporter.goto('/en/report/KGZ/2025');
    await expect(reporter.getByText('Is this cases or reports?').last()).toBeVisible();
    await reporter.getByLabel(cases, { exact: true }).fill('14 250');
    await reporter.getByLabel(cases, { exact: true }).press('Enter');
    await expect(reporter.getByText('All changes saved')).toBeVisible();
    await submit(reporter);
    await stillTheSame('resubmission');
  });

  await test.step('the officer accepts the values', async () => {
    await officer.goto('/en/review');
    const kyrgyzstan = officer.getByRole('region', { name: /^Kyrgyzstan/ });
    // the share is within its limits and has a source, so it is among the unremarkable values, which are folded
    await kyrgyzstan.getByRole('button', { name: /^Show/ }).click();
    for (const name of [/^Accept: Reported/, /^Accept: Front-line/, /^Accept: Harassment/]) {
      await kyrgyzstan.getByRole('button', { name }).click();
      await expect(kyrgyzstan.getByRole('button', { name })).toHaveCount(0);
    }
    await stillTheSame('approval');
  });

  await test.step('one officer proposes a target, another confirms it', async () => {
    await officer.goto('/en/targets/KGZ');
    await officer.getByRole('button', { name: new RegExp(trained) }).click();
    await officer.getByLabel('Baseline year').fill('2022');
    await officer.getByLabel('Baseline value').fill('20');
    await officer.getByLabel('Target year').fill('2030');
    await officer.getByLabel('Target value').fill('50');
    await officer
      .getByLabel(/^Rationale/)
      .fill('Half of the front line within one training cycle.');
    await officer.getByRole('button', { name: 'Propose target' }).click();
    await expect(officer.getByText('You proposed this plan')).toBeVisible();
    await expect(officer.getByRole('button', { name: 'Confirm' })).toHaveCount(0);
    await stillTheSame('proposal');
    await second.goto('/en/targets/KGZ');
    await second.getByRole('button', { name: new RegExp(trained) }).click();
    await expectNoViolations(second);
    await second.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(second.getByRole('button', { name: 'Confirm', exact: true })).toHaveCount(0);
    await stillTheSame('confirmation');
  });

  await test.step('a visitor leaves a page open', async () => {
    await visitor.clock.install();
    await visitor.goto('/en/indicators/F1.1', { waitUntil: 'networkidle' });
  });

  const number = await test.step('the officer previews and publishes', async () => {
    await officer.goto('/en/publish');
    await officer.getByLabel('As of year').fill('2025');
    const preview = officer.getByRole('heading', { name: /as it would be/ });
    const [next = ''] = /\d{4}\.\d+/.exec(await preview.innerText()) ?? [];
    expect(next).toMatch(/^(2026\.3|\d{4}\.1)$/);
    await officer.getByLabel('Note in English').fill('First figures of the cycle 2025.');
    await officer.getByLabel('Note in Russian').fill('Первые данные цикла 2025 года.');
    await stillTheSame('preview');
    await expectNoViolations(officer);
    await officer.getByRole('button', { name: 'Publish release' }).click();
    await expectNoViolations(officer);
    await officer.getByRole('button', { name: `Yes, publish ${next}` }).click();
    await expect(
      officer.getByRole('heading', { name: `Release ${next} is published` }),
    ).toBeVisible();
    await expectNoViolations(officer);
    return next;
  });

  await test.step('a visitor sees the value, the status and what changed; the old release stays', async () => {
    await visitor.clock.fastForward('06:00');
    await visitor.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(
      visitor.getByText(`Release ${number} has been published; this page still shows 2026.2.`),
    ).toBeVisible();
    await expectNoViolations(visitor);
    await expect(visitor.getByText('33.5')).toHaveCount(0);
    await visitor.getByRole('link', { name: 'Show the new release' }).click();
    await expect(visitor.getByText('33.5').first()).toBeVisible();
    await expect(visitor.locator('main')).toContainText('on track');
    await visitor.goto('/en/changes');
    await expect(visitor.locator('main')).toContainText(number);
    await expect(visitor.locator('main')).toContainText('Reported cases of domestic violence');
    await expect(visitor.locator('main')).toContainText('14,250');
    await visitor.goto('/en/releases/2026.2');
    await expect(visitor.locator('h1')).toContainText('2026.2');
    const old = await request.post('/graphql', {
      data: {
        query:
          '{ indicator(code: "F1.1", lang: en, release: "2026.2") { series { area values { value } } } }',
      },
    });
    expect(await old.text()).not.toContain('33.5');
  });

  await test.step('the small count is hidden wherever it can be read, and everywhere alike', async () => {
    await visitor.goto('/en/indicators/A2.4?c=KGZ');
    const card = visitor.locator('figure[data-chart]').first();
    await expect(card.locator('[data-takeaway]')).toContainText('hidden to protect people');
    const row = (await openItem(card, 'table')).getByRole('row', { name: /^2025/ });
    const cell = row.getByTitle('hidden to protect people');
    await expect(cell).toHaveText(/^c/);
    await expect(cell).toHaveCSS('background-image', /repeating-linear-gradient/);
    await expect(row.locator('data')).toHaveCount(0);
    const file = async (end: string) => (await request.get(`/data/indicators/A2.4${end}`)).text();
    expect(hiddenIn(await file('.csv?c=KGZ'))).toEqual(['KGZ 2025']);
    const inJson = JSON.parse(await file('.json?c=KGZ')) as { hidden: number; data: unknown[] };
    expect(inJson.hidden).toBe(1);
    expect(inJson.data).toEqual([
      expect.objectContaining({
        ...{ area: 'KGZ', year: 2025, obs_status: 'Q', value: null },
        ...{ numerator: null, denominator: null },
      }),
    ]);
    const asked = await request.post('/graphql', {
      data: {
        query:
          '{ indicator(code: "A2.4", lang: en) { series { area values { year value obsStatus } } } }',
      },
    });
    expect(await asked.text()).toContain(
      '{"area":"KGZ","values":[{"year":2025,"value":null,"obsStatus":"Q"}]}',
    );
    const page = [visitor.locator('main'), visitor.locator('#boot')];
    const texts = await Promise.all(page.map((part) => part.evaluate((one) => one.textContent)));
    for (const said of [...texts, JSON.stringify(inJson), await file('.csv')])
      expect(/\b0[.,]12\b|2[,\s]?500[,\s]?000/.exec(said)).toBeNull();
  });

  expect(watched.flatMap(({ problems }) => problems)).toEqual([]);
});

/** The table row of a cell of the return. */
function rowOf(page: Page, indicator: string) {
  return page.locator(`#cell-${indicator.replace('.', '\\.')}`);
}

/** The comment field of a cell, which is in its row or in the row below. */
function commentOf(page: Page, indicator: string) {
  return page
    .locator(`#cell-${indicator.replace('.', '\\.')}, #cell-${indicator.replace('.', '\\.')} + tr`)
    .getByRole('textbox', { name: /comment/i })
    .last();
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Submit \d+ value/ })
    .click();
  await expect(page.getByText(/Received under number KGZ-2025-/)).toBeVisible();
}
