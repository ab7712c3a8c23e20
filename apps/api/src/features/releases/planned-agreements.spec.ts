import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reportFigures } from '../../testing/approved-figures.ts';
import { embargoes, later } from '../../testing/embargoes.ts';

const { cancel, endEmbargo, figure, list, plan, publishDue, test } = embargoes();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BODY = `(select id from work.organisation where code = 'KAZ-STAT')`;
let round = 0;

/** Days pass by moving the days of an agreement, which a trigger forbids otherwise. */
beforeAll(() => test().em().execute('alter table work.agreement disable trigger user'));

/** A region of Kazakhstan, reported by a body whose agreements are only those that a test records. */
beforeEach(async () => {
  const em = test().em();
  await em.execute(`delete from work.agreement`);
  await em.execute(
    `insert into work.organisation (id, code, area, names) values (gen_random_uuid(), 'KAZ-STAT', 'KAZ', '{"en": "Statistics"}') on conflict do nothing`,
  );
  const cell = { indicator: 'A3.4', area: 'KAZ', year: 2021, reason: 'CORRECTION' };
  await em.execute(
    `insert into work.cycle (year, opens_on, due_on, closes_on) values (2021, current_date - 60, current_date - 30, current_date - 20) on conflict do nothing`,
  );
  await em.execute(
    `insert into work.assignment (cycle, area, indicator, organisation) values (2021, 'KAZ', 'A3.4', ${BODY}) on conflict do nothing`,
  );
  round += 1;
  await figure(String(100 + round));
  await reportFigures(em, [{ ...cell, region: 'KZ-10', value: String(10 + round) }]);
});

/** Days from today in Kazakhstan. */
const day = (days: number) => `(now() at time zone 'Asia/Almaty')::date + ${String(days)}`;
const agree = (from: number, until?: number) =>
  test()
    .em()
    .execute(
      `with document as (
       insert into work.evidence (id, area, kind, title, url, added_by)
         select gen_random_uuid(), 'KAZ', 'LINK', 'Agreement', 'https://example.org/' || gen_random_uuid(), id from work.user_account where email = 'reporter.kaz@demo.example' returning id)
     insert into work.agreement (id, organisation, area, signed_on, valid_until, document, recorded_by, recorded_at)
       select gen_random_uuid(), ${BODY}, 'KAZ', ${day(from)}, ${until === undefined ? 'null' : day(until)}, d.id, u.id, now() - interval '3 days'
         from document d, work.user_account u where u.email = 'officer@demo.example'`,
    );
const change = (terms: string) => test().em().execute(`update work.agreement set ${terms}`);

async function settledAs() {
  await endEmbargo("planned_at = planned_at - interval '2 days'");
  await publishDue();
  return (await list()).find(({ state }) => state !== 'CANCELLED');
}
const regions = () =>
  test()
    .em()
    .execute(
      `select value::int from publication.value where region = 'KZ-10' and until_release is null`,
    );

describe('a planned release', () => {
  it('is published without the regions of an agreement that has begun since', async () => {
    await agree(3);
    expect((await plan(later(HOUR))).data.planRelease.problems).toEqual([]);
    await change(`signed_on = ${day(-1)}`);
    expect(await settledAs()).toMatchObject({ state: 'PUBLISHED', problems: [] });
    expect(await regions()).toEqual([]);
  });

  it('is published without the regions of an agreement that was recorded since, whenever it was signed', async () => {
    expect((await plan(later(HOUR))).data.planRelease.problems).toEqual([]);
    await agree(-9);
    await change('recorded_at = now()');
    expect(await settledAs()).toMatchObject({ state: 'PUBLISHED', problems: [] });
    expect(await regions()).toEqual([]);
  });

  it('is not published after an agreement has ended', async () => {
    await agree(-9, 9);
    expect((await plan(later(HOUR))).data.planRelease.problems).toEqual([]);
    await change(`valid_until = ${day(-1)}`);
    expect(await settledAs()).toMatchObject({ problems: [{ code: 'PREVIEW_OUTDATED' }] });
    expect(await regions()).toEqual([]);
  });

  it('cannot be planned for a time after an agreement has ended, unless another one follows', async () => {
    await agree(-9, 2);
    const refused = await plan(later(5 * DAY));
    expect(refused.data.planRelease.problems).toEqual([
      { code: 'AGREEMENT_ENDING', field: 'publishAt' },
    ]);
    const { data } = await plan(later(DAY));
    expect(data.planRelease.problems).toEqual([]);
    await cancel(data.planRelease.planned[0].id);

    await agree(3);
    expect((await plan(later(5 * DAY))).data.planRelease.problems).toEqual([]);
    // the first one has ended, the second one has begun
    await change(`signed_on = ${day(-9)}, valid_until = ${day(-1)} where valid_until is not null`);
    await change(`signed_on = ${day(0)} where valid_until is null`);
    expect(await settledAs()).toMatchObject({ state: 'PUBLISHED', problems: [] });
    expect(await regions()).toEqual([{ value: 10 + round }]);
  });
});
