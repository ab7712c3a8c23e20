import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkCommand } from '../../../cli/check-command.ts';
import { reportFigures } from '../../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { contentHash } from '../content-hash.ts';
import { ReleasesService } from '../releases.service.ts';

const OFFICER = 'officer@demo.example';
const SECOND = 'officer2@demo.example';
const REQUEST = `mutation ($input: RequestWithdrawalInput!) { requestWithdrawal(input: $input) { problems { code } } }`;
const DECIDE = `mutation ($input: DecideWithdrawalInput!) { decideWithdrawal(input: $input) { problems { code } } }`;
const READ = `query ($release: ID) { indicator(code: "A5.8", lang: en, release: $release) { series { area values { year value obsStatus } } } }`;

let test: TestApp;
let key = 0;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
  await release('100');
  await release('103', 'CORRECTION');
  // an officer limited to some countries may still confirm a withdrawal in any country
  await test.em().execute(`update work.user_account set areas = '{UZB}' where email = '${SECOND}'`);
}, 90_000);
afterAll(() => test.stop());

const publish = () =>
  new ReleasesService(test.em()).publishUnattended({
    asOfYear: 2025,
    annual: false,
    note: { en: 'A release.' },
  });
async function release(value: string, reason?: string) {
  const common = { indicator: 'A5.8', year: 2020, ...(reason !== undefined && { reason }) };
  await reportFigures(test.em(), [
    { ...common, area: 'KAZ', value },
    { ...common, area: 'KGZ', value: `2${value}` },
  ]);
  expect(await publish()).toMatchObject({ problems: [] });
}
const idempotencyKey = () => `withdraw-key-${String((key += 1))}`;
const request = (who = OFFICER, more: object = {}) => {
  const cell = { indicator: 'A5.8', area: 'KAZ', year: 2020, reason: 'A person is recognised.' };
  return test.work(who, REQUEST, {
    input: { ...cell, ...more, idempotencyKey: idempotencyKey() },
  });
};
const decide = async (who: string, id: string, more: object = {}) => {
  const { planHash } = await theWithdrawal();
  const input = { id, confirm: true, planHash, idempotencyKey: idempotencyKey(), ...more };
  return test.work(who, DECIDE, { input });
};
const theWithdrawal = async (): Promise<{ id: string; state: string; planHash: string | null }> =>
  (await test.work(OFFICER, `query { withdrawals { withdrawals { id state planHash } } }`)).data
    .withdrawals.withdrawals[0];
const releases = () =>
  test
    .em()
    .execute<{ sequence: number; number: string; hash: string }[]>(
      'select sequence, number, content_hash as hash from publication.release order by sequence',
    );
/** Asked as readers do, again and again, because no cached answer may outlive a withdrawal. */
async function shown(area: string, number: string | undefined) {
  const payload = { query: READ, variables: { release: number } };
  const { data } = (await test.http({ method: 'POST', url: '/graphql', payload })).json();
  const series = data.indicator.series.find((one: { area: string }) => one.area === area);
  return series?.values.find(({ year }: { year: number }) => year === 2020);
}

describe('withdrawal for safety (the exception of invariant 4)', () => {
  it('needs an officer, a reason and a published cell', async () => {
    const codes = async (more: object) =>
      (await request(OFFICER, more)).data.requestWithdrawal.problems;
    expect(await codes({ reason: ' ' })).toEqual([{ code: 'WITHDRAWAL_REASON' }]);
    expect(await codes({ reason: 'x'.repeat(4001) })).toEqual([{ code: 'TEXT_TOO_LONG' }]);
    expect(await codes({ year: 2019 })).toEqual([{ code: 'NOT_PUBLISHED' }]);
    for (const who of ['reporter.kaz@demo.example', 'auditor@demo.example'])
      expect((await request(who)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is not confirmed by the one who asked, and changes nothing before', async () => {
    expect((await request()).data.requestWithdrawal.problems).toEqual([]);
    const { id, state } = await theWithdrawal();
    expect(state).toBe('REQUESTED');
    expect((await decide(OFFICER, id)).data.decideWithdrawal.problems).toEqual([
      { code: 'SAME_PERSON' },
    ]);
    const [first, last] = await releases();
    expect(await shown('KAZ', first?.number)).toMatchObject({ value: '100' });
    expect(await shown('KAZ', last?.number)).toMatchObject({ value: '103' });
    expect((await request()).data.requestWithdrawal.problems).toEqual([
      { code: 'WITHDRAWAL_ASKED' },
    ]);
    await expect(test.em().execute('select publication.withdraw(?)', [id])).rejects.toThrow(
      'confirmed',
    );
  });

  it('hides the cell in every release that held it, and nothing beside it', async () => {
    const { id } = await theWithdrawal();
    expect((await decide(SECOND, id)).data.decideWithdrawal.problems).toEqual([]);
    for (const { number } of await releases()) {
      expect(await shown('KAZ', number)).toMatchObject({ value: null, obsStatus: 'Q' });
      expect((await shown('KGZ', number)).value).toMatch(/^210[03]$/);
    }
    const left = await test
      .em()
      .execute(
        `select 1 from publication.assessment where subject = 'A5.8' and area = 'KAZ' and latest_value is not null`,
      );
    expect(left).toEqual([]);
  });

  it('leaves the history honest: every hash still proves what was written, and both acts are in the chain', async () => {
    for (const { sequence, hash } of await releases())
      expect(await contentHash(test.em(), sequence)).toBe(hash);
    await checkCommand(test.orm);
    const events = await test.em().execute<{ operation: string; email: string }[]>(
      `select e.operation, u.email from work.audit_event e join work.user_account u on u.id = e.actor
       where operation like '%WITHDRAWAL' order by number`,
    );
    expect(events).toEqual([
      { operation: 'REQUEST_WITHDRAWAL', email: OFFICER },
      { operation: 'DECIDE_WITHDRAWAL', email: SECOND },
    ]);
  });

  it('opens no other way to change what was published', async () => {
    const { id } = await theWithdrawal();
    const forged = test.em().transactional(async (em) => {
      await em.execute(`select set_config('qadam.withdrawal', ?, true)`, [id]);
      await em.execute(
        `update publication.value set value = null, numerator = null, denominator = null, obs_status = 'Q', missing_reason = null, source = null,
           source_text = null, note = null, via = null, submitted_on = null, approved_on = null, revision = null, reason = null where area = 'KGZ'`,
      );
    });
    await expect(forged).rejects.toThrow('immutable');
    const kept = test.em().execute(`delete from work.withdrawn_row`);
    await expect(kept).rejects.toThrow('append-only');
    const settled = test.em().execute(`update work.withdrawal set state = 'REJECTED'`);
    await expect(settled).rejects.toThrow('append-only');
  });

  it('leaves nothing to release by itself', async () => {
    expect(await publish()).toMatchObject({ problems: [{ code: 'NOTHING_TO_RELEASE' }] });
  });

  it('stays hidden in the releases to come, even when the value is corrected', async () => {
    await release('105', 'CORRECTION');
    const last = (await releases()).at(-1)?.number;
    expect(await shown('KAZ', last)).toMatchObject({ value: null, obsStatus: 'Q' });
    expect(await shown('KGZ', last)).toMatchObject({ value: '2105' });
    await checkCommand(test.orm);
  });
});
