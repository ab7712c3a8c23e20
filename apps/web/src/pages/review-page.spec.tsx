import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { deskApi, lastInput } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { observation } from '../testing/review.fixture.ts';

const officer = { role: 'OFFICER' } as const;
const kgz = {
  area: 'KGZ',
  areaName: { lang: 'ru', text: 'Кыргызстан' },
  cycle: 2025,
  dueOn: '2026-03-31',
  daysLeft: -3,
  owed: 5,
  returned: 1,
  reporters: 2,
  remindedAt: null,
  remindableFrom: null,
};
const tjk = { ...kgz, area: 'TJK', areaName: { lang: 'ru', text: 'Таджикистан' } };
const answers = {
  reportingAreas: [],
  reviewQueue: { submitted: [], approved: [], returned: [], batches: [], returns: [] },
  reopenings: [],
  deskSummary: {
    late: 10,
    toReview: 8464,
    openQuestions: 4,
    readyToPublish: 18,
    outstanding: [
      kgz,
      { ...tjk, remindedAt: '2026-04-01T06:00:00Z', remindableFrom: '2026-04-04T06:00:00Z' },
    ],
  },
};
const button = () => screen.findByRole('button', { name: 'Напомнить 2 людям: Кыргызстан, 2025' });

describe('the officer’s desk', () => {
  it('begins with four numbers', async () => {
    deskApi(officer, answers);
    await renderApp('/ru/review', {});
    const glance = await screen.findByRole('region', { name: 'Главное' });
    await within(glance).findByText('8 464');
    expect([...glance.querySelectorAll('dl > div')].map((one) => one.textContent)).toEqual([
      'Просрочено10',
      'На проверку8\u00a0464',
      'Открытые вопросы4',
      'Готово к публикации18',
    ]);
    expect(within(glance).getByRole('link', { name: /^На проверку: 8\s464$/ })).toBeTruthy();
  });

  it('reminds with one click, and not again before the three days are over', async () => {
    const calls = deskApi(officer, { ...answers, remindReporters: { reminded: 2, problems: [] } });
    await renderApp('/ru/review', {});
    fireEvent.click(await button());
    await screen.findByText('Кыргызстан: напоминание получат 2 человека.');
    expect(lastInput(calls)).toMatchObject({ area: 'KGZ', cycle: 2025 });
    expect(screen.queryByRole('button', { name: /Таджикистан/ })).toBeNull();
  });

  it('says how long to wait where somebody else was faster', async () => {
    const tooSoon = { code: 'TOO_SOON', params: [{ name: 'hoursLeft', value: '71' }] };
    deskApi(officer, { ...answers, remindReporters: { reminded: 0, problems: [tooSoon] } });
    await renderApp('/ru/review', {});
    fireEvent.click(await button());
    expect((await screen.findByRole('alert')).textContent).toMatch(/Следующее возможно .*71/);
  });

  it('counts anew after a decision', async () => {
    let toReview = 2;
    const unusual = { ...observation, remarks: ['COMMENT'] };
    deskApi(officer, {
      ...answers,
      reviewQueue: { ...answers.reviewQueue, submitted: [unusual] },
      deskSummary: () => ({ ...answers.deskSummary, toReview }),
      approveValues: () => {
        toReview = 1;
        return { batch: null, observations: [], problems: [] };
      },
    });
    await renderApp('/ru/review', {});
    await screen.findByRole('link', { name: 'На проверку: 2' });
    fireEvent.click(screen.getByRole('button', { name: /^Принять:/ }));
    expect(await screen.findByRole('link', { name: 'На проверку: 1' })).toBeTruthy();
  });

  it('lets an auditor look and not remind', async () => {
    deskApi({ role: 'AUDITOR' }, answers);
    await renderApp('/ru/review', {});
    await screen.findByText('Кыргызстан, 2025');
    expect(screen.queryByRole('button', { name: /Напомнить/ })).toBeNull();
  });
});
