import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DeskRequests, deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture } from '../../testing/reporting-fixture.ts';
import type { DeskSummary } from './desk-summary.type.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, officer } = PEOPLE;

const SUMMARY = `query { deskSummary(lang: en) { late toReview openQuestions readyToPublish
  outstanding { area areaName { text } cycle daysLeft owed returned reporters remindedAt remindableFrom } } }`;
const summary = async () => {
  const { data, errors } = await api.work<{ deskSummary: DeskSummary }>(officer, SUMMARY);
  if (data === undefined) throw new Error(JSON.stringify(errors));
  return data.deskSummary;
};
const dueIn = (days: number) =>
  api.em().execute(
    `update work.cycle set opens_on = current_date - 60, due_on = current_date + ?::int,
       closes_on = current_date + 60 where year = 2025`,
    [days],
  );

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

describe('the officer’s day', () => {
  it('begins with what is owed, nothing of it late before the due day has passed', async () => {
    await dueIn(10);
    const { outstanding, ...counts } = await summary();
    expect(counts).toEqual({ late: 0, toReview: 0, openQuestions: 0, readyToPublish: 0 });
    expect(outstanding.map(({ area, owed }) => [area, owed])).toEqual([
      ['KGZ', 3],
      ['UZB', 3],
      ['CA4', 1],
    ]);
  });

  it('counts each value where it waits', async () => {
    await dueIn(-10);
    const cells = [];
    for (const indicator of ['A5.8', 'A6.1']) {
      cells.push((await desk.save(kgz, indicator, '3')).cell);
    }
    await desk.submit(kgz, cells);
    const [first, second] = cells;
    if (!first || !second) throw new Error('There are two.');
    expect(await summary()).toMatchObject({ late: 5, toReview: 2, openQuestions: 0 });

    await desk.change(officer, 'writeMessage', { observation: first.id, text: 'Noted.' });
    expect(await summary()).toMatchObject({ openQuestions: 0 });
    await desk.change(officer, 'askReporter', {
      observation: first.id,
      revision: first.current.id,
      text: 'Really?',
    });
    expect(await summary()).toMatchObject({ openQuestions: 1 });
    await desk.change(officer, 'returnValue', {
      observation: second.id,
      revision: second.current.id,
      reason: 'Why?',
    });
    await published(api.em(), {
      area: 'KGZ',
      indicator: 'A1.6',
      year: 2021,
      value: '1',
      state: 'APPROVED',
    });
    const now = await summary();
    expect(now).toMatchObject({ late: 6, toReview: 1, openQuestions: 1, readyToPublish: 1 });
    expect(now.outstanding.find(({ area }) => area === 'KGZ')).toMatchObject({
      owed: 2,
      returned: 1,
    });
  });

  it('says when an area was reminded, and from when it may be again', async () => {
    const input = { area: 'UZB', cycle: 2025, idempotencyKey: 'a-key-of-this-test' };
    await api.work(
      officer,
      `mutation ($input: RemindReportersInput!) { remindReporters(input: $input) { reminded } }`,
      { input },
    );
    const uzb = (await summary()).outstanding.find(({ area }) => area === 'UZB');
    expect(uzb?.reporters).toBe(1);
    const [reminded, from] = [uzb?.remindedAt, uzb?.remindableFrom].map((at) =>
      Date.parse(at ?? ''),
    );
    expect(Number(from) - Number(reminded)).toBe(72 * 3_600_000);
    expect((await summary()).outstanding.find(({ area }) => area === 'KGZ')?.remindedAt).toBeNull();
  });

  it('takes no more than ten statements, session included', async () => {
    await api.cookie(officer);
    expect(await api.statements(summary)).toBeLessThanOrEqual(10);
  });

  it.each([
    [PEOPLE.auditor, undefined],
    [kgz, 'NOT_FOUND'],
    [PEOPLE.donor, 'FORBIDDEN'],
    [PEOPLE.admin, 'FORBIDDEN'],
  ])('is shown to %s: %s', async (who, code) => {
    expect((await api.work(who, SUMMARY)).errors?.[0]?.extensions.code).toBe(code);
  });
});
