import { mock } from 'node:test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportFigures } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { ThreadLimit } from '../../threads/threads.ts';
import { ReleasesService } from '../releases/releases.service.ts';
import { checkTotals } from './check-totals.ts';
import { readTotals } from './quality-rows.ts';
import { keepMissingRuleHits } from './rule-hits.store.ts';
import { ruleHits } from './rule-hits.ts';

const [OFFICER, SECOND] = ['officer@demo.example', 'officer2@demo.example'];
const YEARS = [2017, 2018, 2019, 2020, 2021];

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
  for (const [release, last] of ['400', '410'].entries()) {
    const common = { indicator: 'A5.8', ...(release > 0 && { reason: 'CORRECTION' }) };
    await reportFigures(
      test.em(),
      ['KAZ', 'KGZ'].flatMap((area) =>
        YEARS.map((year, n) => ({ ...common, area, year, value: year === 2021 ? last : `10${n}` })),
      ),
    );
    expect(await publish()).toMatchObject({ problems: [] });
  }
}, 90_000);
afterAll(() => test.stop());

const publish = () =>
  new ReleasesService(test.em()).publishUnattended({
    asOfYear: 2025,
    annual: false,
    note: { en: 'A release.' },
  });
const kept = () =>
  test
    .em()
    .execute<{ release: number; area: string; hits: { year: number; hits: object[] }[] }[]>(
      `select release, area, hits from publication.rule_hits where area in ('KAZ', 'KGZ') order by release, area`,
    );
const totals = (release: number) => readTotals(test.em(), release, null);
const shown = async (area: string) => {
  const { data } = await test.publicQuery(
    `query ($area: ID) { dataQuality(lang: en, area: $area) { cells { year hits { code } } } }`,
    { area },
  );
  return data.dataQuality.cells.filter(({ hits }: { hits: object[] }) => hits.length > 0);
};

describe('what rules say of a release', () => {
  it('is kept with it, country by country, and so is that there was nothing to say', async () => {
    const found = await kept();
    expect(
      found.map(({ release, area, hits }) => [release, area, hits.map(({ year }) => year)]),
    ).toEqual([
      [1, 'KAZ', [2021]],
      [1, 'KGZ', [2021]],
      [2, 'KAZ', [2021]],
      [2, 'KGZ', [2021]],
    ]);
    const [countries] = await test
      .em()
      .execute(`select count(*)::int as count from publication.rule_hits where release = 1`);
    expect(countries).toEqual({ count: 4 });
    const codes = [{ code: 'OUTLIER' }, { code: 'LARGE_CHANGE' }];
    expect(await shown('KAZ')).toEqual([{ year: 2021, hits: codes }]);
  });

  it('is the same where a thread checks them because they are many, and one indicator after another', async () => {
    const read = await totals(2);
    expect(read.values.length).toBeGreaterThan(5);
    expect(await checkTotals(read)).toEqual(ruleHits(read));
    expect(await checkTotals(read, 0)).toEqual(ruleHits(read));
    expect(ruleHits(read).length).toBeGreaterThan(0);
  });

  it('is given up after a time limit, and the next release is checked as usual', async () => {
    const read = await totals(2);
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const checked = expect(checkTotals(read, 0)).rejects.toThrow(ThreadLimit);
      // the thread has the question by now, but cannot have answered yet
      await new Promise((resolve) => process.nextTick(resolve));
      mock.timers.tick(50_000);
      await checked;
    } finally {
      mock.timers.reset();
    }
    expect(await checkTotals(read, 0)).toEqual(ruleHits(read));
  });

  it('goes by the day of the release, which begins in the countries before it does in UTC', async () => {
    const em = test.em();
    await em.begin();
    try {
      await em.execute('alter table publication.release disable trigger user');
      await em.execute(
        `update publication.release set published_at = '2026-12-31T18:30:00Z' where sequence = 1`,
      );
      expect((await readTotals(em, 1, null)).day).toBe('2027-01-01');
    } finally {
      await em.rollback();
    }
  });

  it('may not be changed, of whatever indicator', async () => {
    const change = (sql: string) => test.em().execute(sql);
    await expect(change(`update publication.rule_hits set hits = '[]'`)).rejects.toThrow(
      'immutable',
    );
    await expect(change(`delete from publication.rule_hits`)).rejects.toThrow('immutable');
  });

  it('is found and kept at the start for releases from before it was', async () => {
    const before = await kept();
    await test.em().transactional(async (tx) => {
      await tx.execute('alter table publication.rule_hits disable trigger user');
      await tx.execute('delete from publication.rule_hits where release = 1');
      await tx.execute('alter table publication.rule_hits enable trigger user');
    });
    await keepMissingRuleHits(test.em());
    expect(await kept()).toEqual(before);
  });

  it('names no year before that was withdrawn for safety, in any release', async () => {
    const input = { idempotencyKey: 'rule-hits-withdrawal-1', reason: 'A person is recognised.' };
    await test.work(
      OFFICER,
      `mutation ($input: RequestWithdrawalInput!) { requestWithdrawal(input: $input) { problems { code } } }`,
      { input: { ...input, indicator: 'A5.8', area: 'KAZ', year: 2020 } },
    );
    const asked = await test.work(OFFICER, `{ withdrawals { withdrawals { id planHash } } }`);
    const [withdrawal] = asked.data.withdrawals.withdrawals;
    const before = await kept();
    expect(JSON.stringify(before.filter(({ area }) => area === 'KAZ'))).toContain('2020');
    const decided = await test.work(
      SECOND,
      `mutation ($input: DecideWithdrawalInput!) { decideWithdrawal(input: $input) { problems { code } } }`,
      { input: { ...withdrawal, confirm: true, idempotencyKey: 'rule-hits-withdrawal-2' } },
    );
    expect(decided.data.decideWithdrawal.problems).toEqual([]);
    for (const sequence of [1, 2]) {
      const now = ruleHits(await totals(sequence)).filter(({ area }) => area === 'KAZ');
      const [own] = (await kept()).filter((one) => one.release === sequence && one.area === 'KAZ');
      expect(own?.hits).toEqual(now);
    }
    const after = await kept();
    expect(JSON.stringify(after.filter(({ area }) => area === 'KAZ'))).not.toContain('2020');
    expect(after.filter(({ area }) => area === 'KGZ')).toEqual(
      before.filter(({ area }) => area === 'KGZ'),
    );
  });
});
