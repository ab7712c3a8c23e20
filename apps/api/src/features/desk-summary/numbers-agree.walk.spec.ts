import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lastFullYear } from '@qadam/domain';
import { reportFigures } from '../../testing/approved-figures.ts';
import { type DeskRequests, deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { ReleasesService } from '../releases/releases.service.ts';
import type { DeskSummary } from './desk-summary.type.ts';

const OFFICER = 'officer@demo.example';
const request = { asOfYear: lastFullYear(new Date()), annual: false };

let test: TestApp;
let desk: DeskRequests;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  desk = deskRequests(test);
  await test
    .em()
    .execute(
      `update work.cycle set opens_on = current_date - 30, due_on = current_date + 30, closes_on = current_date + 60`,
    );
}, 60_000);
afterAll(() => test.stop());

async function summary(): Promise<DeskSummary> {
  const { data, errors } = await test.work<{ deskSummary: DeskSummary }>(
    OFFICER,
    `query { deskSummary(lang: en) { late toReview readyToPublish outstanding { area cycle owed returned daysLeft } } }`,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.deskSummary;
}

const releases = () => new ReleasesService(test.em());
const preview = () =>
  releases().previewUnattended(request, ({ newlyApproved, keptBack }) => ({
    newlyApproved,
    keptBack,
  }));

describe('ready to publish', () => {
  it('is what the preview takes: no samples, nothing of a year to come, nothing that waits for an agreement', async () => {
    const em = test.em();
    await reportFigures(em, [{ indicator: 'A5.8', area: 'KAZ', year: 2024, value: '91000' }]);
    await reportFigures(em, [{ indicator: 'A5.8', area: 'UZB', year: 2025, value: '9' }], {
      state: 'APPROVED',
      sample: true,
    });
    await reportFigures(em, [
      { indicator: 'A5.8', area: 'KAZ', year: request.asOfYear + 1, value: '5' },
      { indicator: 'A4.2', area: 'KGZ', year: 2024, region: 'KG-GB', value: '5' },
    ]);
    expect((await summary()).readyToPublish).toBe(1);
    expect(await preview()).toEqual({ newlyApproved: 1, keptBack: 0 });
  });

  it('counts with the preview what is kept back', async () => {
    // parts that would reveal a small count are kept back with their whole table
    await reportFigures(test.em(), [
      { indicator: 'A5.10', area: 'KAZ', year: 2022, sex: '_T', value: '23' },
      { indicator: 'A5.10', area: 'KAZ', year: 2022, sex: 'F', value: '20' },
      { indicator: 'A5.10', area: 'KAZ', year: 2022, sex: 'M', value: '3' },
    ]);
    const { newlyApproved, keptBack } = await preview();
    expect((await summary()).readyToPublish).toBe(newlyApproved + keptBack);
  });

  it('is what is left after a release: what that kept back', async () => {
    const { keptBack } = await preview();
    const { problems } = await releases().publishUnattended({ ...request, note: { en: 'Third.' } });
    expect(problems).toEqual([]);
    expect((await summary()).readyToPublish).toBe(keptBack);
  });

  it('leaves out with the preview what leads to a shelter beside figures that are published', async () => {
    const em = test.em();
    const { readyToPublish: before } = await summary();
    const [body] = await em.execute<{ id: string }[]>(
      `select id from work.organisation where area = 'KGZ' order by id limit 1`,
    );
    await em.execute(
      `insert into work.assignment (cycle, indicator, area, organisation) values (?, 'A6.4', 'KGZ', ?)
       on conflict (cycle, area, indicator) do update set organisation = excluded.organisation`,
      [request.asOfYear, body?.id],
    );
    await em.execute(
      `with letter as (insert into work.evidence (id, area, kind, title, url, added_by)
         select gen_random_uuid(), 'KGZ', 'LINK', 'A letter', 'https://agreement.example/kgz', id
         from work.user_account where email = 'officer@demo.example' returning id, added_by)
       insert into work.agreement (id, organisation, area, signed_on, document, recorded_by)
       select gen_random_uuid(), ?, 'KGZ', '2024-01-01', id, added_by from letter`,
      [body?.id],
    );
    const share = (region: string, centres: string) => ({
      ...{ indicator: 'A6.4', area: 'KGZ', year: request.asOfYear, region },
      ...{ numerator: '0', denominator: centres, value: '0' },
    });
    await reportFigures(em, [share('_T', '15'), share('KG-B', '9')]);
    expect((await summary()).readyToPublish).toBe(before + 2);
    const { problems } = await releases().publishUnattended({
      ...request,
      note: { en: 'A note.' },
    });
    expect(problems).toEqual([]);
    await reportFigures(em, [share('KG-O', '2'), share('KG-J', '4')]);
    const { newlyApproved, keptBack } = await preview();
    expect(newlyApproved).toBe(0);
    expect((await summary()).readyToPublish).toBe(keptBack);
  });
});

const ORDER = ['EMPTY', 'DRAFT', 'RETURNED', 'SUBMITTED', 'APPROVED', 'PUBLISHED'];

describe('the numbers of a return', () => {
  it.each(['KAZ', 'KGZ', 'TJK', 'UZB'])(
    'of %s are the same at home, in the return, at the review and in the reminders',
    async (area) => {
      const { result: duties } = await desk.read(OFFICER, 'duties');
      const { result: queue } = await desk.read(OFFICER, 'reviewQueue', { area });
      for (const duty of duties.filter((one) => one.area === area)) {
        const { cycle } = duty;
        const { result: form } = await desk.read(OFFICER, 'returnForm', { area, cycle });
        // a law is as far as its least advanced element
        const asked = Map.groupBy(
          form.cells.filter((cell) => cell.assigned),
          ({ indicator }) => indicator,
        );
        const states = [...asked.values()].map((cells) =>
          ORDER.find((state) => cells.some((cell) => cell.state === state)),
        );
        const count = (...wanted: string[]) =>
          states.filter((state) => state !== undefined && wanted.includes(state)).length;
        expect({
          assigned: asked.size,
          filled: asked.size - count('EMPTY'),
          submitted: count('SUBMITTED'),
          approved: count('APPROVED', 'PUBLISHED'),
        }).toEqual({
          assigned: duty.assigned,
          filled: duty.filled,
          submitted: duty.submitted,
          approved: duty.approved,
        });
        const waiting = queue.submitted.filter((one) => one.year === cycle);
        expect(waiting.filter(({ whole }) => whole)).toHaveLength(duty.submitted);
        const owed = (await summary()).outstanding.find(
          (one) => one.area === area && one.cycle === cycle,
        );
        expect(owed).toMatchObject({
          owed: duty.assigned - duty.submitted - duty.approved,
          returned: duty.returned,
        });
      }
    },
  );

  it('add up to what waits for the officer', async () => {
    const { result: queue } = await desk.read(OFFICER, 'reviewQueue');
    expect((await summary()).toReview).toBe(queue.submitted.length);
  });
});
