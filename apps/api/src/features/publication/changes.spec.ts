import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

interface Item {
  kind: string;
  class: string;
  level: string | null;
  subject: string;
  area: string;
  fromWord: string | null;
  toWord: string | null;
  fromPercent: number | null;
  toPercent: number | null;
  points: string | null;
  parts: string[];
  partNames: { text: string }[];
}
interface Changes {
  from: { number: string } | null;
  to: { number: string };
  methodChanged: boolean;
  items: Item[];
}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

async function ask(more: string, app = test): Promise<Changes | null | undefined | string> {
  const { data, errors } = await app.publicQuery<{ changes: Changes | null }>(
    `{ changes(lang: en${more}) { from { number } to { number } methodChanged items { kind class level subject area fromWord toWord
       fromPercent toPercent points parts partNames { text } } } }`,
  );
  return errors?.[0]?.extensions.code ?? data?.changes;
}
async function read(more = '', app = test): Promise<Changes> {
  const changes = await ask(more, app);
  if (typeof changes !== 'object' || changes === null) throw new Error(String(changes));
  return changes;
}
const newest = `(select max(sequence) from publication.release)`;
/** A release in which nothing changed, as another process would publish it. */
const publish = (number: string) =>
  test.em().execute(
    `insert into publication.release
       select (jsonb_populate_record(r, jsonb_build_object('sequence', sequence + 1, 'number', ?::text))).*
         from publication.release r where sequence = ${newest}`,
    [number],
  );
const ofActions = ({ items }: Changes) => items.filter(({ level }) => level === 'ACTION');

describe('a comparison', () => {
  it('is one statement once the releases are known', async () => {
    await read();
    expect(await test.statements(() => read())).toBe(1);
  });

  it('counts what stayed the same, of all areas and of each', async () => {
    const unchanged = async (more: string) => {
      const { data } = await test.publicQuery<{
        changes: { counts: { class: string; count: number }[] };
      }>(`{ changes(lang: en${more}) { counts { class count } } }`);
      return data?.changes.counts.find((count) => count.class === 'UNCHANGED')?.count;
    };
    const same = await test.em().execute<{ area: string; rows: number }[]>(
      `with side as (select r.sequence, v.*, case when v.obs_status = 'Q' then 'hidden' else v.value::text end as says
           from publication.release r join publication.value v on r.sequence between v.from_release and coalesce(v.until_release - 1, r.sequence))
       select area, count(*)::int as rows from (select * from side where sequence = 1) a full join (select * from side where sequence = 2) b
        using (indicator, area, year, sex, age, urbanisation, region, breakdown)
        where a.says is not distinct from b.says group by 1`,
    );
    expect(same.length).toBeGreaterThan(3);
    for (const { area, rows } of same) expect(await unchanged(`, area: "${area}"`)).toBe(rows);
    expect(await unchanged('')).toBe(same.reduce((sum, { rows }) => sum + rows, 0));
  });
});

describe('how far actions moved between two releases', () => {
  it('is told first, forward before back, by points, words and whole percents', async () => {
    const { items, methodChanged } = await read();
    const actions = items.filter(({ level }) => level === 'ACTION');
    expect(methodChanged).toBe(false);
    expect(items.slice(0, actions.length)).toEqual(actions);
    const forward = actions.filter(({ class: name }) => name === 'FORWARD');
    expect(actions.slice(0, forward.length)).toEqual(forward);
    expect(forward.length).toBeGreaterThan(2);
    for (const one of forward) {
      expect(Number(one.points)).toBeGreaterThan(0);
      expect([one.fromWord, one.toWord]).not.toContain(null);
    }
    expect(forward.map(({ points }) => Number(points))).toEqual(
      forward.map(({ points }) => Number(points)).toSorted((a, b) => b - a),
    );
  });

  it('has no direction where only more is known, and names what', async () => {
    const known = ofActions(await read()).filter(({ class: name }) => name === 'NEWLY_KNOWN');
    expect(known.length).toBeGreaterThan(0);
    for (const { points, parts, partNames } of known) {
      expect(points).toBeNull();
      expect(parts.length).toBeGreaterThan(0);
      expect(partNames.map(({ text }) => text)).not.toEqual(parts);
    }
  });

  it('is no pace: only numbers have one, and no item of an action a status', async () => {
    const { items } = await read();
    const paces = items.filter(({ kind, level }) => kind === 'ASSESSMENT' && level === 'INDICATOR');
    const kinds = await test
      .em()
      .execute<{ code: string; kind: string }[]>(`select code, kind from work.indicator`);
    const kindOf = new Map(kinds.map(({ code, kind }) => [code, kind]));
    expect(new Set(paces.map(({ subject }) => kindOf.get(subject)))).toEqual(new Set(['NUMERIC']));
  });

  it('is not compared across two methods: that is told once', async () => {
    // another application, because this one keeps what it has read of a release
    const other = await startTestApp({ seed: 'demo' });
    try {
      for (const sql of [
        'alter table publication.release disable trigger user',
        `update publication.release set method_version = '1.0' where number = '2026.1'`,
      ])
        await other.em().execute(sql);
      const changes = await read('', other);
      expect([changes.methodChanged, ofActions(changes)]).toEqual([true, []]);
    } finally {
      await other.stop();
    }
  }, 60_000);
});

describe('a comparison by the year that figures are as of', () => {
  it('is with the newest release of that year, though both were published on one day', async () => {
    const [first] = await test
      .em()
      .execute<{ year: number }[]>(
        `select as_of_year as year from publication.release where number = '2026.1'`,
      );
    const year = String(first?.year);
    expect(await read(`, fromYear: ${year}`)).toEqual(await read(', from: "2026.1"'));
  });

  it('of which there is no release is nothing', async () => {
    expect(await ask(', fromYear: 1999')).toBeNull();
  });

  it('is asked by one thing at a time', async () => {
    expect(await ask(', fromYear: 2022, from: "2026.1"')).toBe('BAD_USER_INPUT');
    expect(await ask(', fromYear: 2022, since: "2026-11-01"')).toBe('BAD_USER_INPUT');
  });
});

describe('an action of which no assessment is another', () => {
  /** Ends a row with the newest release and puts a changed copy in its place. */
  async function replace(table: string, row: string, changed: string) {
    for (const sql of [
      `alter table publication.${table} disable trigger user`,
      `update publication.${table} set until_release = ${newest} where until_release is null and ${row}`,
      `insert into publication.${table}
         select (jsonb_populate_record(t, jsonb_build_object('from_release', until_release, 'until_release', null, ${changed}))).*
           from publication.${table} t where until_release = ${newest} and ${row}`,
      `alter table publication.${table} enable trigger user`,
    ])
      await test.em().execute(sql);
  }

  it('is more known where an indicator became a headline one, and moved where the level of that did', async () => {
    const [known] = await test.em().execute<{ action: string; indicator: string; area: string }[]>(
      `select l.action, l.indicator, n.area from publication.action_indicator l
         join publication.assessment n on n.kind = 'INDICATOR' and n.subject = l.indicator
         join publication.assessment x on x.kind = 'ACTION' and x.subject = l.action and x.area = n.area
        where l.role = 'SUPPORTING' and n.level is not null and num_nulls(l.until_release, n.until_release, x.until_release) = 3
        order by 1, 2, 3 limit 1`,
    );
    if (!known) throw new Error('Nothing is known.');
    const { action, indicator, area } = known;
    await publish('2026.98');
    expect((await read()).items).toEqual([]);
    const link = `action = '${action}' and indicator = '${indicator}'`;
    await replace('action_indicator', link, `'role', 'HEADLINE'`);
    expect(ofActions(await read())).toContainEqual(
      expect.objectContaining({ class: 'NEWLY_KNOWN', subject: action, area, parts: [indicator] }),
    );

    await publish('2026.99');
    expect((await read()).items).toEqual([]);
    const level = `kind = 'INDICATOR' and subject = '${indicator}' and area = '${area}'`;
    await replace('assessment', level, `'level', case when t.level > 0.5 then 0 else 1 end`);
    const [moved, ...others] = ofActions(await read());
    expect(moved).toMatchObject({ subject: action, area });
    expect(['FORWARD', 'BACK']).toContain(moved?.class);
    expect(others).toEqual([]);
  });
});

describe('what changed in the newest release', () => {
  it('is of the newest also where another process has published it', async () => {
    const before = await read();
    await publish('2026.100');
    const after = await read();
    expect([after.from?.number, after.to.number]).toEqual([before.to.number, '2026.100']);
  });
});
