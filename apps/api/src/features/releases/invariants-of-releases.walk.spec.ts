import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditReleases, type StoredRelease } from '@qadam/domain';
import { reportFigures, type Figure } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { problem } from '../../graphql/problem.ts';
import { verifyChain } from '../audit/chain.ts';
import { contentHash } from './content-hash.ts';
import { ReleasesService } from './releases.service.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 60_000);
afterAll(() => test.stop());

const publish = ({ asOfYear = 2025, annual = false } = {}) => {
  const releases = new ReleasesService(test.em());
  return releases.publishUnattended({ asOfYear, annual, note: { en: 'A release.' } });
};

describe('what is written stays (invariant 4)', () => {
  const tables = async () =>
    test.em().execute<{ name: string; column: string }[]>(
      `select table_schema || '.' || table_name as name, min(column_name::text) as column from information_schema.columns
       where table_schema = 'publication' or (table_schema = 'work' and table_name in ('revision', 'review', 'audit_event', 'released_table', 'released_count'))
       group by 1 order by 1`,
    );

  it('refuses to change, delete or empty any release, revision, review or audit event', async () => {
    await reportFigures(test.em(), [
      ...table('KAZ', { F: 20, M: 3 }),
      { indicator: 'A5.8', area: 'KAZ', year: 2020, value: '100' },
    ]);
    expect(await publish()).toMatchObject({ problems: [] });
    const found = await tables();
    expect(found.length).toBeGreaterThan(15);
    for (const { name, column } of found) {
      const refused = /append-only|immutable/;
      await expect(test.em().execute(`truncate ${name} cascade`)).rejects.toThrow(refused);
      const [row] = await test
        .em()
        .execute<{ count: number }[]>(`select count(*)::int as count from ${name}`);
      if (row?.count === 0) continue; // an empty table has no row whose trigger could refuse
      await expect(test.em().execute(`delete from ${name}`)).rejects.toThrow(refused);
      await expect(test.em().execute(`update ${name} set ${column} = ${column}`)).rejects.toThrow(
        refused,
      );
    }
  });

  it('lets a published row end once and never again', async () => {
    const end = (to: string) =>
      test
        .em()
        .execute(
          `update publication.value set until_release = ${to} where until_release is not null`,
        );
    await reportFigures(test.em(), [
      { indicator: 'A5.8', area: 'KAZ', year: 2020, value: '101', reason: 'CORRECTION' },
    ]);
    expect(await publish()).toMatchObject({ problems: [] });
    await expect(end('null')).rejects.toThrow('immutable');
    await expect(end('until_release + 1')).rejects.toThrow('immutable');
  });

  it('is written before the chain of events is held, which every save waits for', async () => {
    await reportFigures(test.em(), [
      { indicator: 'A5.8', area: 'KAZ', year: 2020, value: '102', reason: 'CORRECTION' },
    ]);
    // an event sees what the transaction that adds it has written so far
    await test.em().execute(`create table public.seen (value text, headed boolean);
      create function public.look() returns trigger language plpgsql as $$ begin
        insert into public.seen select trim_scale(value)::text, exists (select 1 from publication.release where sequence = from_release)
        from publication.value where indicator = 'A5.8' and area = 'KAZ' and year = 2020 and until_release is null;
        return new; end $$;
      create trigger look before insert on work.audit_event for each row execute function public.look()`);
    expect(await publish()).toMatchObject({ problems: [] });
    const written = await test.em().execute('select value, headed from public.seen');
    await test.em().execute(`drop trigger look on work.audit_event; drop function public.look;
      drop table public.seen`);
    expect(written).toEqual([{ value: '102', headed: false }]);
  });

  it('traces every number ever published to a source, or to its author and another person who approved it', async () => {
    const untraced = await test.em().execute(
      `select v.* from publication.value v where v.obs_status <> 'Q' and not exists (
         select 1 from work.observation o join work.revision r on r.observation = o.id
         where (o.indicator, o.area, o.year, o.sex, o.age, o.urbanisation, o.region, o.breakdown)
             = (v.indicator, v.area, v.year, v.sex, v.age, v.urbanisation, v.region, v.breakdown)
           and r.value is not distinct from v.value and not o.sample
           and case r.via when 'SOURCE_IMPORT' then r.author is null and r.source is not null and v.via = 'SOURCE_IMPORT'
             else exists (select 1 from work.review w where w.revision = r.id and w.decision = 'APPROVED' and w.reviewer <> r.author) end)`,
    );
    expect(untraced).toEqual([]);
  });

  it('prints in each release the head of an audit chain that is whole, and a hash of what it still holds', async () => {
    expect(await verifyChain(test.em())).toMatchObject({ ok: true });
    const releases = await test.em().execute<{ sequence: number; hash: string; heads: number }[]>(
      `select r.sequence, r.content_hash as hash, (select count(*)::int from work.audit_event e where e.hash = r.audit_head) as heads
       from publication.release r order by 1`,
    );
    expect(releases.length).toBeGreaterThan(3);
    for (const { sequence, hash, heads } of releases) {
      expect(await contentHash(test.em(), sequence)).toBe(hash);
      expect(heads).toBe(1);
    }
  });
});

it('there is one yearly release for each year, and none for a year to come', async () => {
  const year = new Date().getUTCFullYear() + 1;
  const [again, ahead] = [await publish({ annual: true }), await publish({ asOfYear: year })];
  expect(again.number).toBeNull();
  expect(again.problems).toContainEqual(
    problem('ANNUAL_RELEASED', 'annual', { year: 2025, release: '2026.2' }),
  );
  expect(ahead.number).toBeNull();
  expect(ahead.problems).toContainEqual(problem('AS_OF_YEAR_AHEAD', 'asOfYear', { year }));
});

describe('no hidden small count can be narrowed down (invariant 6)', () => {
  it('over every release of invented tables whose counts move', async () => {
    const random = randomOf(20_260);
    for (let release = 0; release < 4; release += 1) {
      const figures = ['KAZ', 'KGZ', 'TJK', 'UZB'].flatMap((area) =>
        table(area, { F: random(60), M: random(12), _U: random(4) }, 2023),
      );
      await reportFigures(
        test.em(),
        figures.map((figure) => ({ ...figure, reason: 'CORRECTION' })),
      );
      const { problems } = await publish();
      // Held tables may leave nothing to release; any other problem means that the release would give a count away.
      expect(problems.filter(({ code }) => code !== 'NOTHING_TO_RELEASE')).toEqual([]);
    }
    const releases = await published();
    expect(releases.length).toBeGreaterThan(1);
    expect(releases.some(({ hidden }) => hidden.length > 0)).toBe(true);
    const frame = {
      areas: ['KAZ', 'KGZ', 'TJK', 'UZB'],
      regionalTotal: null,
      codes: { sex: ['F', 'M', '_U'] },
      threshold: { base: 5, detailed: 10 },
    };
    expect(auditReleases({ ...frame, releases }).unsafe).toEqual([]);
  });

  it('nor is one printed anywhere in the publication schema', async () => {
    const small = await test.em().execute(
      `select v.* from publication.value v join publication.indicator i on i.code = v.indicator and i.sensitive
       where i.unit = 'NUMBER' and v.value > 0 and v.value < 5`,
    );
    expect(small).toEqual([]);
  });

  /** What each release shows and hides of A5.10 in 2023, read from the public tables; true counts from the working side. */
  async function published(): Promise<StoredRelease[]> {
    const rows = await test
      .em()
      .execute<
        { release: string; key: string; hidden: boolean; shown: string | null; count: string }[]
      >(
        `select c.release::text as release, c.key, v.obs_status = 'Q' as hidden, trim_scale(v.value)::text as shown, trim_scale(c.value)::text as count
       from work.released_count c join publication.value v on v.indicator = c.indicator and v.year = c.year
         and concat_ws('|', v.area, v.sex, v.age, v.urbanisation, v.region, v.breakdown) = c.key
         and v.from_release <= c.release and (v.until_release is null or v.until_release > c.release)
       where c.indicator = 'A5.10' and c.year = 2023 order by c.release, c.key`,
      );
    for (const { hidden, shown, count } of rows) expect(shown).toBe(hidden ? null : count);
    return [...Map.groupBy(rows, ({ release }) => release)].map(([release, cells]) => ({
      release,
      cells: Object.fromEntries(cells.map(({ key, count }) => [key, count])),
      hidden: cells.filter(({ hidden }) => hidden).map(({ key }) => key),
    }));
  }
});

describe('values are exact decimals (invariant 7)', () => {
  const VALUES = `query { indicator(code: "A5.8", lang: en) { series { area values { year value } } } }`;
  const publishedIn = async (year: number) => {
    const { data } = await test.publicQuery(VALUES);
    const { values } = data.indicator.series.find(({ area }: { area: string }) => area === 'KAZ');
    return values.find((value: { year: number }) => value.year === year).value;
  };

  it.each(['123456789012345', '0.00000000000001', '9007199254.74099', '-0.1'])(
    'publishes %s to the last digit',
    async (value) => {
      await reportFigures(test.em(), [
        { indicator: 'A5.8', area: 'KAZ', year: 2014, value, reason: 'CORRECTION' },
      ]);
      expect(await publish()).toMatchObject({ problems: [] });
      expect(await publishedIn(2014)).toBe(value);
    },
  );

  it('keeps fifteen digits from the reporter’s keyboard to the public page', async () => {
    const typed = '123456789012345';
    const reporter = 'reporter.kaz@demo.example';
    const cell = await save(reporter, typed);
    expect(cell.current.value).toBe(typed);
    const note = {
      area: 'KAZ',
      cycle: 2025,
      idempotencyKey: 'exact-submit-1',
      cells: [{ id: cell.id, expectedVersion: cell.version }],
    };
    const { data: sent } = await test.work(
      reporter,
      `mutation ($input: SubmitReturnInput!) { submitReturn(input: $input) { problems { code } } }`,
      { input: note },
    );
    expect(sent.submitReturn.problems).toEqual([]);
    const values = [{ observation: cell.id, revision: cell.current.id }];
    const { data: approved } = await test.work(
      'officer@demo.example',
      `mutation ($input: ApproveValuesInput!) { approveValues(input: $input) { problems { code } } }`,
      { input: { values, idempotencyKey: 'exact-approve-1' } },
    );
    expect(approved.approveValues.problems).toEqual([]);
    expect(await publish()).toMatchObject({ problems: [] });
    expect(await publishedIn(2025)).toBe(typed);
  });

  it.each(['NaN', '1e400', 'Infinity', '1.0000000000000001'])(
    'refuses %s at the door',
    async (value) => {
      const { errors } = await saveAnswer('reporter.kaz@demo.example', value);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  it.each(['NaN', '1e400', 'Infinity'])('refuses %s in the database', async (value) => {
    await expect(
      reportFigures(test.em(), [{ indicator: 'A5.8', area: 'KAZ', year: 2013, value }]),
    ).rejects.toThrow();
  });

  const saveAnswer = (email: string, value: string) =>
    test.work(
      email,
      `mutation ($input: SaveValueInput!) { saveValue(input: $input) { cell { id version current { id value } } problems { code } } }`,
      {
        input: {
          area: 'KAZ',
          cycle: 2025,
          indicator: 'A5.8',
          expectedVersion: 0,
          idempotencyKey: 'exact-save-01',
          value,
          comment: 'An invented figure.',
          sourceText: 'A test.',
        },
      },
    );
  const save = async (email: string, value: string) => {
    const { data } = await saveAnswer(email, value);
    expect(data.saveValue.problems).toEqual([]);
    return data.saveValue.cell;
  };
});

/** Registered victims by sex, with a matching total. */
function table(area: string, counts: Record<string, number>, year = 2022): Figure[] {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    { indicator: 'A5.10', area, year, value: String(total) },
    ...Object.entries(counts).map(([sex, count]) => ({
      indicator: 'A5.10',
      area,
      year,
      sex,
      value: String(count),
    })),
  ];
}

/** Whole numbers below a bound, the same at every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
