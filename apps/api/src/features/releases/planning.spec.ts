import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportFigures } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { AuditService } from '../audit/audit.service.ts';
import { Planner, type Outcome } from './disclosure/planner.ts';
import type { Job } from './disclosure/plan.worker.ts';
import { ReleasesService } from './releases.service.ts';

const victims = (total: string, f: string, m: string) =>
  [{ value: total }, { sex: 'F', value: f }, { sex: 'M', value: m }].map((cell) => ({
    indicator: 'A5.10',
    area: 'TJK',
    year: 2024,
    ...cell,
  }));

/** Something happens before a plan is made. */
class InterruptedPlanner extends Planner {
  before: () => Promise<unknown> = () => Promise.resolve();

  override async plan(key: string, job: Job): Promise<Outcome<unknown>> {
    const { before } = this;
    this.before = () => Promise.resolve();
    await before();
    return super.plan(key, job);
  }
}

class BrokenPlanner extends Planner {
  override plan(): Promise<Outcome<unknown>> {
    return Promise.resolve('FAILED');
  }
}

describe('planning a release', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'framework' });
    await reportFigures(test.em(), victims('60', '40', '20'));
  }, 60_000);
  afterAll(() => test.stop());

  const publish = (planner: Planner) =>
    new ReleasesService(test.em(), new AuditService(), planner).publishUnattended({
      asOfYear: 2025,
      annual: false,
      note: { en: 'A release.' },
    });
  const shown = () =>
    test.em().execute<{ sex: string; value: string | null }[]>(
      `select sex, trim_scale(value)::text as value from publication.value
       where indicator = 'A5.10' and area = 'TJK' and year = 2024 and until_release is null order by sex`,
    );

  it('publishes nothing while a table could not be planned, and says which', async () => {
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

  it('holds no transaction open, and plans anew what was approved meanwhile', async () => {
    const planner = new InterruptedPlanner();
    // the change waits for no lock of the release, and the release does not go by what it read before it
    planner.before = () => reportFigures(test.em(), victims('43', '40', '3'));
    const { number } = await publish(planner);
    expect(number).not.toBeNull();
    expect(await shown()).toEqual([
      { sex: 'F', value: null },
      { sex: 'M', value: null },
      { sex: '_T', value: '43' },
    ]);
  });
});
