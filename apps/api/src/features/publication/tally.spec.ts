import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportFigures } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { AuditService } from '../audit/audit.service.ts';
import { ReleasesService } from '../releases/releases.service.ts';

let test: TestApp;
/** Of the figure of Kazakhstan for 2020 only. */
let source: string | undefined;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
  source = (await test.em().execute<{ id: string }[]>('select id from work.source limit 1'))[0]?.id;
  for (const [release, last] of ['400', '410'].entries()) {
    const common = { indicator: 'A5.8', ...(release > 0 && { reason: 'CORRECTION' }) };
    await reportFigures(
      test.em(),
      ['KAZ', 'KGZ'].flatMap((area) =>
        [2019, 2020 + release].map((year) => {
          const named = year === 2020 && area === 'KAZ' && source !== undefined ? { source } : {};
          return { ...common, ...named, area, year, value: last };
        }),
      ),
    );
    const published = await new ReleasesService(test.em(), new AuditService()).publishUnattended({
      asOfYear: 2025,
      annual: false,
      note: { en: 'A release.' },
    });
    expect(published).toMatchObject({ problems: [] });
  }
}, 90_000);
afterAll(() => test.stop());

const ORIGIN = `jsonb_build_object('source', source, 'body', body, 'own', own, 'rows', rows, 'hidden', hidden, 'first', first, 'last', last)`;
/** Counted as readers did before there was a tally. */
const counted = () =>
  test.em().execute<{ release: number; area: string; figures: number; hidden: number }[]>(`
    select release, indicator, area, sum(rows)::int as rows, sum(figures)::int as figures, sum(hidden)::int as hidden, min(first) as first_year, max(last) as last_year,
           jsonb_agg(${ORIGIN} order by source, body, own) as origins
      from (select r.sequence as release, v.indicator, v.area, v.source, v.body, coalesce(v.body, v.source_text) is not null as own,
                   count(*) as rows, count(*) filter (where v.value is not null or v.obs_status = 'Q') as figures,
                   count(*) filter (where v.obs_status = 'Q') as hidden, min(v.year) as first, max(v.year) as last
              from publication.release r join publication.value v
                on v.from_release <= r.sequence and (v.until_release is null or v.until_release > r.sequence)
             group by 1, 2, 3, 4, 5, 6) o
     group by 1, 2, 3 order by 1, 2, 3`);
const kept = () =>
  test.em().execute(`
    select r.sequence as release, t.indicator, t.area, t.rows, t.figures, t.hidden, t.first_year, t.last_year, t.origins
      from publication.release r join publication.tally t
        on t.from_release <= r.sequence and (t.until_release is null or t.until_release > r.sequence)
     order by 1, 2, 3`);

describe('the tally of a release', () => {
  it('says what a reader would count, of each release', async () => {
    const all = await counted();
    expect(all.map(({ release, area, figures }) => [release, area, figures])).toEqual([
      ...[
        [1, 'KAZ', 2],
        [1, 'KGZ', 2],
      ],
      ...[
        [2, 'KAZ', 3],
        [2, 'KGZ', 3],
      ],
    ]);
    expect(await kept()).toEqual(all);
  });

  it('may not be changed', async () => {
    for (const change of ['update publication.tally set rows = 0', 'delete from publication.tally'])
      await expect(test.em().execute(change)).rejects.toThrow('immutable');
    await expect(test.em().execute('truncate publication.tally')).rejects.toThrow('append-only');
  });

  it('counts again, in each release, what was withdrawn for safety', async () => {
    const cell = { indicator: 'A5.8', area: 'KAZ', year: 2020 };
    const told = async () => (await test.publicQuery('{ openData(lang: en) { hidden } }')).data;
    const named = async () => {
      const { data } = await test.publicQuery<Record<string, { sources: { id: string }[] }>>(
        '{ country(iso3: "KAZ", lang: en) { sources { id } } action(code: "A5", lang: en) { sources { id } } }',
      );
      return Object.values(data ?? {}).map(({ sources }) =>
        sources.some(({ id }) => id === source),
      );
    };
    expect(await told()).toEqual({ openData: { hidden: 0 } });
    expect(await named()).toEqual([true, true]);
    await test.work(
      'officer@demo.example',
      `mutation ($input: RequestWithdrawalInput!) { requestWithdrawal(input: $input) { problems { code } } }`,
      {
        input: { ...cell, reason: 'A person is recognised.', idempotencyKey: 'tally-withdrawal-1' },
      },
    );
    const asked = await test.work(
      'officer@demo.example',
      `{ withdrawals { withdrawals { id planHash } } }`,
    );
    const [withdrawal] = asked.data.withdrawals.withdrawals;
    const decided = await test.work(
      'officer2@demo.example',
      `mutation ($input: DecideWithdrawalInput!) { decideWithdrawal(input: $input) { problems { code } } }`,
      { input: { ...withdrawal, confirm: true, idempotencyKey: 'tally-withdrawal-2' } },
    );
    expect(decided.data.decideWithdrawal.problems).toEqual([]);
    const all = await counted();
    expect(
      all.filter(({ hidden }) => hidden > 0).map(({ release, area }) => [release, area]),
    ).toEqual(
      expect.arrayContaining([
        [1, 'KAZ'],
        [2, 'KAZ'],
      ]),
    );
    expect(await kept()).toEqual(all);
    const newest = all.filter(({ release }) => release === 2);
    const hidden = newest.reduce((sum, one) => sum + one.hidden, 0);
    expect(await told()).toEqual({ openData: { hidden } });
    expect(await named()).toEqual([false, false]);
  });

  it('is there for a release of the version before, which counts nothing', async () => {
    await test.em().transactional(async (tx) => {
      await tx.execute(`insert into publication.value (indicator, area, year, sex, age, urbanisation, region, breakdown, value, obs_status, from_release)
        values ('A5.8', 'KAZ', 2015, '_T', '_T', '_T', '_T', '_T', 390, 'A', 3)`);
      await tx.execute(`insert into publication.release select (jsonb_populate_record(r, '{"sequence": 3, "number": "2026.3"}')).*
        from publication.release r where sequence = 2`);
    });
    const all = await counted();
    expect(all).toContainEqual(expect.objectContaining({ release: 3, area: 'KAZ', rows: 4 }));
    expect(await kept()).toEqual(all);
  });
});
