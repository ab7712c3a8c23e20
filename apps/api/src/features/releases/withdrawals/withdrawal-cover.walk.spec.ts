import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditReleases, readCsv } from '@qadam/domain';
import { checkCommand } from '../../../cli/check-command.ts';
import { reportFigures, type Figure } from '../../../testing/approved-figures.ts';
import { fullQueries } from '../../../testing/full-queries.ts';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { ReleasesService } from '../releases.service.ts';

const OFFICER = 'officer@demo.example';
const SECOND = 'officer2@demo.example';
const FIELDS = `id state planHash cells { area cell cover }`;
const LIST = `withdrawals { ${FIELDS} }`;
const PAGE = `query { withdrawals { ${LIST} } }`;
const TWO = `query ($after: String) { withdrawals(first: 2, after: $after) { ${LIST} next } }`;
const REQUEST = `mutation ($input: RequestWithdrawalInput!) { requestWithdrawal(input: $input) { problems { code } } }`;
const DECIDE = `mutation ($input: DecideWithdrawalInput!) { decideWithdrawal(input: $input) { problems { code } } }`;

let test: TestApp;
let serial = 0;
const idempotencyKey = () => `cover-key-${String((serial += 1))}`;
const publish = async () => {
  const releases = new ReleasesService(test.em());
  const note = { en: 'A release.' };
  expect(await releases.publishUnattended({ asOfYear: 2025, annual: false, note })).toMatchObject({
    problems: [],
  });
};

/** Counts by sex in several areas, with matching totals. */
function table(
  indicator: string,
  areas: Record<string, Record<string, number>>,
  year = 2023,
): Figure[] {
  return Object.entries(areas).flatMap(([area, counts]) => [
    ...Object.entries(counts).map(([sex, count]) => ({
      indicator,
      area,
      year,
      sex,
      value: String(count),
      reason: 'CORRECTION',
    })),
    {
      indicator,
      area,
      year,
      value: String(Object.values(counts).reduce((sum, count) => sum + count, 0)),
      reason: 'CORRECTION',
    },
  ]);
}

async function request(cell: object) {
  const input = { reason: 'A person is recognised.', ...cell, idempotencyKey: idempotencyKey() };
  const { data } = await test.work(OFFICER, REQUEST, { input });
  expect(data.requestWithdrawal.problems).toEqual([]);
  return (await test.work(OFFICER, PAGE)).data.withdrawals.withdrawals[0];
}
async function decide({ id, planHash }: { id: string; planHash: string }, confirm = true) {
  const input = { id, planHash, confirm, idempotencyKey: idempotencyKey() };
  return (await test.work(SECOND, DECIDE, { input })).data.decideWithdrawal;
}
async function withdraw(cell: object) {
  const asked = await request(cell);
  expect((await decide(asked)).problems).toEqual([]);
  return asked;
}

/** What each release shows, with the counts as reported at that time: read from the tables, not from the planner. */
async function published(indicator: string, year: number, truth: Record<string, string>[]) {
  const sequences = await test
    .em()
    .execute<{ sequence: number }[]>(
      `select distinct from_release as sequence from publication.value where indicator = ? and year = ? order by 1`,
      [indicator, year],
    );
  const rows = await test
    .em()
    .execute<{ key: string; from: number; until: number | null; value: string | null }[]>(
      `select concat_ws('|', area, sex, age, urbanisation, region, breakdown) as key, from_release as "from", until_release as until,
       trim_scale(value)::text as value from publication.value where indicator = ? and year = ?`,
      [indicator, year],
    );
  return sequences.map(({ sequence }, i) => {
    const standing = rows.filter(
      ({ from, until }) => from <= sequence && (until === null || until > sequence),
    );
    return {
      release: String(sequence),
      cells: Object.fromEntries(standing.map(({ key }) => [key, truth[i]?.[key] ?? null])),
      hidden: standing.flatMap(({ key, value }) => (value === null ? [key] : [])),
    };
  });
}
const truthOf = (figures: Figure[]) =>
  Object.fromEntries(
    figures.map(({ area, sex = '_T', value }) => [`${area}|${sex}|_T|_T|_T|_T`, value ?? '']),
  );

const FRAME = {
  areas: ['KAZ', 'KGZ', 'TJK', 'UZB'],
  regionalTotal: null,
  codes: { sex: ['F', 'M'] },
  threshold: { base: 5, detailed: 10 },
};

describe('what goes with a withdrawn cell', () => {
  beforeAll(async () => {
    test = await startTestApp({ seed: 'framework' });
  }, 90_000);
  afterAll(() => test.stop());

  const first = table('A5.10', { KAZ: { F: 80, M: 40 }, KGZ: { F: 60, M: 30 } });
  const second = table('A5.10', { KAZ: { F: 95, M: 55 }, KGZ: { F: 60, M: 30 } });
  const third = table('A5.10', { KAZ: { F: 120, M: 70 }, KGZ: { F: 70, M: 41 } });
  const victim = { indicator: 'A5.10', area: 'KAZ', year: 2023, sex: 'M' };
  const unsafe = async (truth: Record<string, string>[]) =>
    auditReleases({
      ...FRAME,
      withdrawn: ['KAZ|M|_T|_T|_T|_T'],
      releases: await published('A5.10', 2023, truth),
    }).unsafe;

  it('is shown to both officers before it goes, and is what disclosure control finds', async () => {
    for (const figures of [first, second]) {
      await reportFigures(test.em(), figures);
      await publish();
    }
    const { cells } = await request(victim);
    expect(cells).toEqual([
      { area: 'KAZ', cell: 'M|_T|_T|_T|_T', cover: false },
      { area: 'KAZ', cell: 'F|_T|_T|_T|_T', cover: true },
    ]);
  });

  it('is not confirmed by somebody who saw another plan', async () => {
    const { data } = await test.work(OFFICER, PAGE);
    const { problems } = await decide({
      ...data.withdrawals.withdrawals[0],
      planHash: 'of yesterday',
    });
    expect(problems).toEqual([{ code: 'WITHDRAWAL_OUTDATED' }]);
  });

  it('leaves no release from which the withdrawn count can be computed', async () => {
    const { data } = await test.work(OFFICER, PAGE);
    expect((await decide(data.withdrawals.withdrawals[0])).problems).toEqual([]);
    expect(await unsafe([truthOf(first), truthOf(second)])).toEqual([]);
    const [event] = await test
      .em()
      .execute<{ after: { cover: string[] } }[]>(
        `select after from work.audit_event where operation = 'DECIDE_WITHDRAWAL'`,
      );
    expect(event?.after.cover).toEqual(['KAZ|F|_T|_T|_T|_T']);
  });

  it('nor from those that follow', async () => {
    await reportFigures(test.em(), third);
    await publish();
    const releases = await published('A5.10', 2023, [
      truthOf(first),
      truthOf(second),
      truthOf(third),
    ]);
    expect(releases.at(-1)?.hidden).toEqual(
      expect.arrayContaining(['KAZ|M|_T|_T|_T|_T', 'KAZ|F|_T|_T|_T|_T']),
    );
    expect(await unsafe([truthOf(first), truthOf(second), truthOf(third)])).toEqual([]);
    await checkCommand(test.orm);
  });

  it('holds for an indicator that is not sensitive, whose small counts stay shown', async () => {
    const officers = table('A5.8', { KAZ: { F: 80, M: 40 }, TJK: { F: 3, M: 30 } });
    await reportFigures(test.em(), officers);
    await publish();
    await withdraw({ indicator: 'A5.8', area: 'KAZ', year: 2023, sex: 'M' });
    const more = table('A5.8', { KAZ: { F: 90, M: 52 }, TJK: { F: 3, M: 44 } });
    await reportFigures(test.em(), more);
    await publish();
    const releases = await published('A5.8', 2023, [truthOf(officers), truthOf(more)]);
    for (const { hidden } of releases) {
      expect(hidden).toContain('KAZ|M|_T|_T|_T|_T');
      expect(hidden.filter((key) => key.startsWith('TJK'))).toEqual([]);
    }
    const withdrawn = ['KAZ|M|_T|_T|_T|_T'];
    expect(auditReleases({ ...FRAME, guardsSmall: false, withdrawn, releases }).unsafe).toEqual([]);
  });

  it('takes the whole area where a share is published without its parts', async () => {
    await reportFigures(test.em(), [
      { indicator: 'C3', area: 'KAZ', year: 2022, value: '14.1' },
      ...['U', 'R'].map((breakdown, i) => ({
        indicator: 'C3',
        area: 'KAZ',
        year: 2022,
        breakdown,
        value: String(12 + i),
      })),
      { indicator: 'C3', area: 'KGZ', year: 2022, value: '20.5' },
    ]);
    await publish();
    const { cells } = await withdraw({
      indicator: 'C3',
      area: 'KAZ',
      year: 2022,
      breakdown: 'U',
    });
    expect(cells.map(({ area, cell }: { area: string; cell: string }) => [area, cell])).toEqual([
      ['KAZ', '_T|_T|_T|_T|U'],
      ['KAZ', '_T|_T|_T|_T|R'],
      ['KAZ', '_T|_T|_T|_T|_T'],
    ]);
  });

  it('is planned for all that wait in as many statements as for one', async () => {
    for (const sex of ['F', 'M', '_T'])
      await request({ indicator: 'A5.10', area: 'KGZ', year: 2023, sex });
    const list = () => test.work(OFFICER, PAGE);
    expect(await test.statements(list)).toBeLessThanOrEqual(10);
  });

  it('is listed page by page, what waits first', async () => {
    const whole = (await test.work(OFFICER, PAGE)).data.withdrawals.withdrawals;
    const waits = whole.map(({ state }: { state: string }) => state === 'REQUESTED');
    expect(waits).toEqual([...waits].sort((a, b) => Number(b) - Number(a)));
    const read = [];
    for (let after: string | null | undefined; after !== null;) {
      const { data } = await test.work(OFFICER, TWO, { after });
      read.push(...data.withdrawals.withdrawals);
      after = data.withdrawals.next;
    }
    expect(read).toEqual(whole);
    expect(whole.length).toBeGreaterThan(3);
  });

  it('skips none that waits where the last one read is decided meanwhile', async () => {
    const whole = (await test.work(OFFICER, PAGE)).data.withdrawals.withdrawals;
    const { withdrawals, next } = (await test.work(OFFICER, TWO)).data.withdrawals;
    expect((await decide(withdrawals[1], false)).problems).toEqual([]);
    const { data } = await test.work(OFFICER, TWO, { after: next });
    expect(data.withdrawals.withdrawals[0]).toEqual(whole[2]);
  });

  it('begins anywhere that a cursor of the list says, and nowhere else', async () => {
    const ask = (list: string, place: string) =>
      test.work(OFFICER, TWO, {
        after: Buffer.from(JSON.stringify([list, place])).toString('base64url'),
      });
    expect((await ask('withdrawals', '')).data.withdrawals).toEqual({
      withdrawals: [],
      next: null,
    });
    expect((await ask('audit', '1')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('what tells of a withdrawn figure', () => {
  beforeAll(async () => {
    test = await startTestApp({ seed: 'demo' });
  }, 90_000);
  afterAll(() => test.stop());
  const count = async (sql: string) => {
    const [row] = await test
      .em()
      .execute<{ count: number }[]>(`select count(*)::int as count from ${sql}`);
    return row?.count ?? 0;
  };

  const levelsOf = (action: string, indicator: string, area: string) =>
    count(`publication.assessment where area = '${area}' and detail->>'reason' is distinct from 'SUPPRESSED'
      and ((kind = 'ACTION' and subject = '${action}') or (kind = 'INDICATOR' and subject = '${indicator}'))`);

  /** The levels of the law and of its action in the downloaded file. */
  const levelsInFile = async (area: string) => {
    const { rawPayload } = await test.http('/data/levels.csv');
    const [head = [], ...rows] = readCsv({ bytes: rawPayload }).rows;
    const of = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? '';
    return rows
      .filter((row) => ['A2', 'A2.1'].includes(of(row, 'code')) && of(row, 'area') === area)
      .map((row) => of(row, 'level'));
  };

  it('goes with an element of a law: the level of the law and of its action, and what the events prove', async () => {
    const [fact] = await test
      .em()
      .execute<{ area: string; year: number }[]>(
        `select area, year from publication.event where proves @> '[{"element": "A2.1-DEF"}]' and year <= 2025 order by id limit 1`,
      );
    if (fact === undefined) throw new Error('The demonstration holds no such fact.');
    const known: unknown = expect.stringMatching(/\d/);
    expect(await levelsInFile(fact.area)).toEqual([known, known]);
    const { cells } = await withdraw({ indicator: 'A2.1', ...fact, breakdown: 'A2.1-DEF' });
    expect(cells).toEqual([{ area: fact.area, cell: '_T|_T|_T|_T|A2.1-DEF', cover: false }]);
    expect(await levelsOf('A2', 'A2.1', fact.area)).toBe(0);
    expect(await levelsInFile(fact.area)).toEqual(['', '']); // the file cached before the withdrawal is not used
    expect(
      await count(
        `publication.event where proves @> '[{"element": "A2.1-DEF"}]' and area = '${fact.area}' and year = ${String(fact.year)}`,
      ),
    ).toBe(0);
    const [row] = await test
      .em()
      .execute<object[]>(
        `select fact_date, provision, basis, value from publication.value where breakdown = 'A2.1-DEF' and area = ? and year = ?`,
        [fact.area, fact.year],
      );
    expect(row).toEqual({ fact_date: null, provision: null, basis: null, value: null });
    await checkCommand(test.orm);
  });

  it('goes with a figure: its pace, a baseline with its reasons, competing figures', async () => {
    await withdraw({ indicator: 'A4.2', area: 'KGZ', year: 2018 });
    const place = `indicator = 'A4.2' and area = 'KGZ'`;
    expect(
      await count(
        `publication.target where ${place} and (baseline_value is not null or rationale <> '{}')`,
      ),
    ).toBe(0);
    expect(await levelsOf('none', 'A4.2', 'KGZ')).toBe(0);
    await withdraw({ indicator: 'A5.8', area: 'KGZ', year: 2019 });
    expect(await count(`publication.alternative where indicator = 'A5.8' and year = 2019`)).toBe(0);
    await checkCommand(test.orm);
  });

  it('is hidden on every page of every release, and each page is still there', async () => {
    const codes = await test
      .em()
      .execute<{ indicator: string; area: string; action: string }[]>(
        `select w.indicator, w.area, l.action from work.withdrawal w join publication.action_indicator l on l.indicator = w.indicator`,
      );
    for (const { field, document } of fullQueries()) {
      for (const { indicator, area, action } of codes) {
        const code = field === 'action' ? action : indicator;
        for (const release of [null, '2026.1', '2026.2']) {
          const asked = {
            code,
            indicators: [indicator],
            iso3: area,
            q: indicator,
            lang: 'en',
            release,
            ...(field === 'breakdowns' ? { area, first: 10 } : {}),
            ...(field === 'comparedParts' ? { from: 2000, to: 2030 } : {}),
            ...(field === 'values' ? { first: 50 } : {}),
            ...(field === 'indicators' ? { first: 20 } : {}),
          };
          const { errors, data } = await test.publicQuery(document, asked);
          expect([field, release, errors]).toEqual([field, release, undefined]);
          expect(data[field]).not.toBeNull();
        }
      }
    }
  });

  it('counts again in the release that follows, without the withdrawn figure', async () => {
    await publish();
    const hidden = await count(
      `publication.assessment where until_release is null and kind = 'ACTION' and detail->>'reason' = 'SUPPRESSED'`,
    );
    expect(hidden).toBe(0);
    await checkCommand(test.orm);
  });
});
