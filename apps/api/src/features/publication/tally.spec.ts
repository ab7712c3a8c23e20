import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { diffReleases, type ReleasedCell } from '@qadam/domain';
import { reportFigures } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { ReleasesService } from '../releases/releases.service.ts';

let test: TestApp;
/** Only the figure of Kazakhstan for 2020 names it. */
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
    const published = await new ReleasesService(test.em()).publishUnattended({
      asOfYear: 2025,
      annual: false,
      note: { en: 'A release.' },
    });
    expect(published).toMatchObject({ problems: [] });
  }
}, 90_000);
afterAll(() => test.stop());

const CODES = Object.entries({
  ...{ years: 'year', sexes: 'sex', ages: 'age', urbanisations: 'urbanisation' },
  ...{ regions: 'region', breakdowns: 'breakdown', statuses: 'obs_status' },
}).map(([name, column]) => `'${name}', jsonb_agg(distinct v.${column}::text)`);
const ORIGIN = `jsonb_build_object('source', source, 'body', body, 'own', own, 'rows', rows, 'hidden', hidden, 'first', first, 'last', last)`;
/** The counts, computed from the rows as before the tally existed. */
const counted = () =>
  test.em().execute<{ release: number; area: string; figures: number; hidden: number }[]>(`
    select release, o.indicator, o.area, sum(rows)::int as rows, sum(figures)::int as figures, sum(hidden)::int as hidden, min(first) as first_year, max(last) as last_year,
           jsonb_agg(${ORIGIN} order by source, body, own) as origins,
           (select jsonb_build_object(${CODES.join()}) from publication.value v where v.indicator = o.indicator and v.area = o.area
               and v.from_release <= release and (v.until_release is null or v.until_release > release)) as codes
      from (select r.sequence as release, v.indicator, v.area, v.source, v.body, coalesce(v.body, v.source_text) is not null as own,
                   count(*) as rows, count(*) filter (where v.value is not null or v.obs_status = 'Q') as figures,
                   count(*) filter (where v.obs_status = 'Q') as hidden, min(v.year) as first, max(v.year) as last
              from publication.release r join publication.value v
                on v.from_release <= r.sequence and (v.until_release is null or v.until_release > r.sequence)
             group by 1, 2, 3, 4, 5, 6) o
     group by 1, 2, 3 order by 1, 2, 3`);
const kept = () =>
  test.em().execute(`
    select r.sequence as release, t.indicator, t.area, t.rows, t.figures, t.hidden, t.first_year, t.last_year, t.origins, t.codes
      from publication.release r join publication.tally t
        on t.from_release <= r.sequence and (t.until_release is null or t.until_release > r.sequence)
     order by 1, 2, 3`);

/** How many figures of an indicator and area came, and changed, with each release: as the releases have counted them. */
const keptChanges = () =>
  test.em().execute<Told[]>(
    `select from_release as release, indicator || ' ' || area as of, came, changed from publication.tally
      where came + changed > 0 order by 1, 2`,
  );
interface Told {
  release: number;
  of: string;
  came: number;
  changed: number;
}

/** The same, by comparing all cells of each release with those of the one before. */
async function comparedChanges(): Promise<Told[]> {
  const rows = await test.em().execute<(ReleasedCell & { of: string; release: number })[]>(
    `select r.sequence as release, indicator || ' ' || area as of, value::text as value, obs_status as status,
        concat_ws('|', indicator, area, year, sex, age, urbanisation, region, breakdown) as key
       from publication.release r join publication.value v
         on from_release <= r.sequence and (until_release is null or until_release > r.sequence)
      order by release, of`,
  );
  const subjects = [...new Set(rows.map(({ of }) => of))].sort();
  const releases = [...new Set(rows.map(({ release }) => release))];
  return releases.flatMap((release) =>
    subjects.flatMap((of) => {
      const side = (at: number) => ({
        ...{ release: String(at), methodVersion: '1', assessments: [] },
        cells: rows.filter((row) => row.release === at && row.of === of),
      });
      const { counts } = diffReleases({ from: side(release - 1), to: side(release) });
      const changed = counts.REVISED + counts.NOW_HIDDEN + counts.NOW_SHOWN;
      return counts.NEW + changed > 0 ? [{ release, of, came: counts.NEW, changed }] : [];
    }),
  );
}

/** A row that begins with a release; dimensions that are not named are totals. */
interface Begun {
  indicator: string;
  area: string;
  year: number;
  sex: string;
  value: number | null;
  obs_status: string;
  body: string | null;
  source_text?: string | null;
}

/** Publishes without the app: ends the rows that match a condition, and begins rows where there are none. */
const release = (sequence: number, ends: string, rows: readonly Begun[]) =>
  test.em().transactional(async (tx) => {
    await tx.execute(
      `update publication.value set until_release = ${sequence} where until_release is null and (${ends})`,
    );
    await tx.execute(
      `insert into publication.value (indicator, area, year, sex, age, urbanisation, region, breakdown, value, obs_status, body, source_text, from_release)
       select indicator, area, year, sex, '_T', '_T', '_T', '_T', value, obs_status, body, source_text, ${sequence}
         from jsonb_populate_recordset(null::publication.value, ?::jsonb) r
         where not exists (select from publication.value v where v.until_release is null
           and (v.indicator, v.area, v.year, v.sex, v.age) = (r.indicator, r.area, r.year, r.sex, '_T'))`,
      [JSON.stringify(rows)],
    );
    await tx.execute(`insert into publication.release select (jsonb_populate_record(r, '{"sequence": ${sequence}, "number": "2026.${sequence}"}')).*
      from publication.release r where sequence = 3`);
  });

/** Withdraws a figure for somebody's safety, as two officers do. */
async function withdraw(cell: Pick<Begun, 'indicator' | 'area' | 'year'>): Promise<void> {
  const requested = await test.work(
    'officer@demo.example',
    `mutation ($input: RequestWithdrawalInput!) { requestWithdrawal(input: $input) { problems { code } } }`,
    {
      input: {
        ...cell,
        reason: 'A person is recognised.',
        idempotencyKey: `tally-asked-${String(cell.year)}`,
      },
    },
  );
  expect(requested.data.requestWithdrawal.problems).toEqual([]);
  const asked = await test.work(
    'officer@demo.example',
    `{ withdrawals { withdrawals { id planHash state } } }`,
  );
  const { id, planHash } = asked.data.withdrawals.withdrawals.find(
    ({ state }: { state: string }) => state === 'REQUESTED',
  );
  const decided = await test.work(
    'officer2@demo.example',
    `mutation ($input: DecideWithdrawalInput!) { decideWithdrawal(input: $input) { problems { code } } }`,
    {
      input: { id, planHash, confirm: true, idempotencyKey: `tally-decided-${String(cell.year)}` },
    },
  );
  expect(decided.data.decideWithdrawal.problems).toEqual([]);
}

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
    await withdraw(cell);
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
    expect(await keptChanges()).toEqual(await comparedChanges());
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

  it('follows what goes: a code, a year of an origin, an area', async () => {
    const { length } = await counted();
    const parts = (...rows: [year: number, sex: string, status: string, body: string][]) =>
      rows.map(([year, sex, status, body]): Begun => {
        const [value, by] = status === 'Q' ? [null, null] : [1, body];
        return { indicator: 'A5.8', area: 'KAZ', year, sex, value, obs_status: status, body: by };
      });
    await release(
      4,
      'false',
      parts([2001, 'F', 'A', 'one'], [2002, 'F', 'P', 'one'], [2003, 'F', 'P', 'one']),
    );
    // one year is revised; the last year of one body now belongs to the other
    await release(
      5,
      `year in (2002, 2003)`,
      parts([2002, 'F', 'P', 'one'], [2003, 'F', 'A', 'two']),
    );
    // the last provisional value becomes final
    await release(6, 'year = 2002', parts([2002, 'F', 'A', 'one']));
    await release(7, 'year = 2001', parts([2001, 'F', 'Q', 'one']));
    // all rows with F end, and a new row begins in the same release
    await release(8, `sex = 'F' or area = 'KGZ'`, parts([2004, 'M', 'A', 'two']));
    const all = await counted();
    expect(all.slice(length).map(({ release: of, area }) => [of, area])).toEqual([
      ...[4, 5, 6, 7].flatMap((of) => ['KAZ', 'KGZ'].map((area) => [of, area])),
      [8, 'KAZ'],
    ]);
    expect(await kept()).toEqual(all);
    expect(
      await test
        .em()
        .execute(
          `select from_release from publication.tally where area = 'KAZ' and from_release > 3`,
        ),
    ).toHaveLength(5);
  });

  it('is exact after releases of every kind', async () => {
    let seed = 17;
    const upTo = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
    const one = <T>(...of: readonly [T, ...T[]]): T => of[upTo(of.length)] ?? of[0];
    for (let sequence = 9; sequence < 33; sequence += 1) {
      const begun = Array.from({ length: upTo(12) }, (): Begun => {
        const hidden = upTo(5) === 0;
        return {
          indicator: one('A5.8', 'A1.1', 'A2.1'),
          ...{ area: one('KAZ', 'KGZ', 'TJK'), year: 2001 + upTo(4), sex: one('_T', 'F') },
          ...(hidden
            ? { value: null, obs_status: 'Q', body: null, source_text: null }
            : {
                ...{ value: one(1, 2, null), obs_status: one('A', 'P') },
                ...{ body: one('one', 'two', null), source_text: one('said', null) },
              }),
        };
      });
      const cells = new Map(begun.map((row) => [Object.values(row).slice(0, 4).join(), row]));
      const ended = one(
        'false',
        `hashtext(concat(indicator, area, year, sex, ${String(sequence)})) % 3 = 0`,
        `indicator = 'A1.1' or area = 'TJK'`,
        `obs_status = 'Q' or year = 2001`,
      );
      await release(sequence, ended, [...cells.values()]);
    }
    const cell = { indicator: 'A5.8', area: 'KAZ', year: 2010 };
    const begun = { ...cell, sex: '_T', obs_status: 'A', body: null };
    await release(33, 'false', [{ ...begun, value: null }]);
    await release(34, 'year = 2010', [{ ...begun, value: 1 }]);
    const all = await counted();
    expect(all.filter(({ release: of }) => of > 8).length).toBeGreaterThan(60);
    expect(await kept()).toEqual(all);
    const told = await comparedChanges();
    expect(told.filter(({ came }) => came > 0).length).toBeGreaterThan(20);
    expect(told.filter(({ changed }) => changed > 0).length).toBeGreaterThan(5);
    expect(await keptChanges()).toEqual(told);
    // with the figure of a cell its gap in an earlier release is hidden, and counts as a figure
    await withdraw(cell);
    expect(await keptChanges()).toEqual(await comparedChanges());
    expect(await keptChanges()).not.toEqual(told);
  });
});
