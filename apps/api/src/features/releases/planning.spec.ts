import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holdLock } from '../../database/locks.ts';
import { reportFigures } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { type Outcome, Planner } from './disclosure/planner.ts';
import type { Job } from './disclosure/plan.worker.ts';
import { ReleasesService } from './releases.service.ts';

type Counts = [total: string, f: string, m: string];
const table = (indicator: string, year: number, [total, f, m]: Counts) =>
  [{ value: total }, { sex: 'F', value: f }, { sex: 'M', value: m }].map((cell) => ({
    indicator,
    area: 'TJK',
    year,
    ...cell,
  }));
const victims = (...values: Counts) => table('A5.10', 2024, values);

/** Runs something before the next plan is made. */
class InterruptedPlanner extends Planner {
  before: () => Promise<unknown> = () => Promise.resolve();

  override async plan(key: string, job: Job): Promise<Outcome<unknown>> {
    const { before } = this;
    this.before = () => Promise.resolve();
    await before();
    return super.plan(key, job);
  }
}

/** Fails at plans of one kind, or at all of them. */
class BrokenPlanner extends Planner {
  broken: Job['name'] | null = null;

  override plan(key: string, job: Job): Promise<Outcome<unknown>> {
    return job.name === (this.broken ?? job.name)
      ? Promise.resolve('FAILED')
      : super.plan(key, job);
  }
}

describe('planning a release', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'framework' });
    await reportFigures(test.em(), [
      ...victims('60', '40', '20'),
      ...table('A5.10', 2023, ['61', '40', '21']),
    ]);
  }, 60_000);
  afterAll(() => test.stop());

  const publish = (planner: Planner) =>
    new ReleasesService(test.em(), planner).publishUnattended({
      asOfYear: 2025,
      annual: false,
      note: { en: 'A release.' },
    });
  const shown = () =>
    test.em().execute<{ sex: string; value: string | null }[]>(
      `select sex, trim_scale(value)::text as value from publication.value
       where indicator = 'A5.10' and area = 'TJK' and year = 2024 and until_release is null order by sex`,
    );

  /** Records the figure for women in this table as withdrawn. */
  async function withdraw(indicator: string, year: number) {
    const cell = `indicator, area, year, sex, age, urbanisation, region, breakdown`;
    const id = randomUUID();
    await test.em().execute(
      `insert into work.withdrawal (id, ${cell}, reason, state, requested_by, decided_by, settled_at)
       select ?, ?, 'TJK', ?, 'F', '_T', '_T', '_T', '_T', 'A person is recognised.', 'CONFIRMED', a.id, b.id, now()
       from work.user_account a, work.user_account b where a.email = 'officer@demo.example' and b.email = 'officer2@demo.example'`,
      [id, indicator, year],
    );
    await test
      .em()
      .execute(
        `insert into work.withdrawal_cell (withdrawal, ${cell}, cover) select id, ${cell}, false from work.withdrawal where id = ?`,
        [id],
      );
  }

  it('publishes nothing while a table could not be planned, and says of those that are planned together which, once', async () => {
    const { number, problems } = await publish(new BrokenPlanner());
    expect(number).toBeNull();
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'DISCLOSURE_NOT_PLANNED',
        params: expect.arrayContaining([{ name: 'indicator', value: 'A5.10' }]),
      }),
    ]);
    expect(await shown()).toEqual([]);
  });

  it('holds its transaction for a moment only, and plans anew what was approved meanwhile', async () => {
    const planner = new InterruptedPlanner();
    // Waits until the release has released its lock. The figures that it read before this change must not be used.
    planner.before = async () => {
      await test.em().transactional((tx) => holdLock(tx, 'RELEASE'));
      await reportFigures(test.em(), victims('43', '40', '3'));
    };
    const { number } = await publish(planner);
    expect(number).not.toBeNull();
    expect(await shown()).toEqual([
      { sex: 'F', value: null },
      { sex: 'M', value: null },
      { sex: '_T', value: '43' },
    ]);
  });

  it('publishes nothing while the figures beside a withdrawn one could not be planned', async () => {
    await reportFigures(test.em(), table('A5.8', 2022, ['120', '80', '40']));
    await publish(new Planner());
    await withdraw('A5.8', 2022);
    const planner = new BrokenPlanner();
    planner.broken = 'beside';
    const { number, problems } = await publish(planner);
    expect(number).toBeNull();
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'DISCLOSURE_NOT_PLANNED',
        params: expect.arrayContaining([{ name: 'indicator', value: 'A5.8' }]),
      }),
    ]);
  });
});
