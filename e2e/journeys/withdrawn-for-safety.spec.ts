import { expect } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signedIn } from '../support/people.ts';
import { watch } from '../support/watch.ts';

const permalink = '/data/values/2026.1/A5.8/KGZ/2019';

test('two people take a figure out of every release; its address says that it is gone', async ({
  browser,
  request,
  page: visitor,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const first = await request.get(permalink);
  expect(first.status()).toBe(200);
  const { value } = (await first.json()) as { value: string };
  const officer = await signedIn(browser, 'officer@demo.example', /\/en\/review/);
  const second = await signedIn(browser, 'officer2@demo.example', /\/en\/review/);
  const watched = [officer, second, visitor].map((page) => watch(page, baseURL ?? ''));

  await test.step('one officer chooses the published figure and says why; nothing changes yet', async () => {
    await officer.goto('/en/publish');
    await officer.getByRole('link', { name: 'Withdrawals' }).click();
    await officer.getByLabel('Indicator').selectOption('A5.8');
    await officer.getByLabel('Country').selectOption('KGZ');
    const figure = officer.getByRole('option', { name: /^2019 · total/ });
    await expect(figure).toHaveCount(1);
    await officer
      .getByLabel('Published figure')
      .selectOption((await figure.getAttribute('value')) ?? '');
    await officer.getByLabel(/Why does it endanger/).fill('A person is recognised by this count.');
    await expectNoViolations(officer);
    await officer.getByRole('button', { name: 'Ask for the withdrawal' }).click();
    await expect(officer.getByText('Asked. Another officer')).toBeVisible();
    await expect(officer.getByText('somebody else decides')).toBeVisible();
    await expect(officer.getByRole('button', { name: 'Confirm…' })).toHaveCount(0);
    expect((await request.get(permalink)).status()).toBe(200);
  });

  await test.step('another officer sees what goes with it and confirms', async () => {
    await second.goto('/en/publish/withdrawals');
    await expect(second.getByText('A person is recognised by this count.')).toBeVisible();
    await second.getByRole('button', { name: 'Confirm…' }).click();
    await expectNoViolations(second);
    await second.getByRole('button', { name: 'Yes, withdraw' }).click();
    await expect(second.getByText('Nothing waits.')).toBeVisible();
  });

  await test.step('no release shows it any more, and its address answers 410', async () => {
    for (const release of ['2026.1', '2026.2']) {
      expect((await request.get(permalink.replace('2026.1', release))).status()).toBe(410);
      const answer = await request.post('/graphql', {
        data: {
          query: `{ indicator(code: "A5.8", lang: en, release: "${release}") { series { area values { year value withdrawnOn } alternatives { year value } } } }`,
        },
      });
      const { data } = (await answer.json()) as {
        data: {
          indicator: {
            series: {
              area: string;
              values: { year: number; value: string | null; withdrawnOn: string | null }[];
              alternatives: { year: number }[];
            }[];
          };
        };
      };
      const kyrgyz = data.indicator.series.find(({ area }) => area === 'KGZ');
      expect(kyrgyz?.values.find(({ year }) => year === 2019)).toMatchObject({ value: null });
      expect(kyrgyz?.alternatives.filter(({ year }) => year === 2019)).toEqual([]);
      expect(JSON.stringify(kyrgyz)).not.toContain(`"${value}"`);
    }
    await visitor.goto('/en/indicators/A5.8?c=KGZ');
    await expect(visitor.getByText(/^Withdrawn on .* to protect people\.$/).first()).toBeAttached();
  });

  expect(watched.flatMap(({ problems }) => problems)).toEqual([]);
});
