import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkSubmission } from '@qadam/domain';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, uzb, officer } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

async function submitted(indicator: string, value: string) {
  const { cell } = await desk.save(kgz, indicator, value);
  const { submission } = await desk.submit(kgz, [cell]);
  return {
    id: cell.id,
    revision: cell.current.id,
    submission: submission.id,
  };
}

/** Long enough not to occur by chance in a random identifier. */
const SECRET = '731094862553';

describe('invariant 2: a reporter can neither read nor change another country’s working data', () => {
  it('invariant 2: by no query or mutation, and told in the same words as of what does not exist', async () => {
    const { id, revision, submission } = await submitted('A5.8', SECRET);
    const before = await stored(api.em());
    const reach = (observation: string, handedIn: string) => [
      desk.read(uzb, 'workObservation', { id: observation }),
      desk.read(uzb, 'returnForm', { area: 'KGZ', cycle: 2025 }),
      desk.read(uzb, 'publishedYears', { area: 'KGZ' }),
      desk.read(uzb, 'reviewQueue', { area: 'KGZ' }),
      desk.read(uzb, 'reviewQueue', { submission: handedIn }),
      desk.read(uzb, 'targetDesk', { area: 'KGZ' }),
      desk.change(uzb, 'writeMessage', { observation, text: 'Hello' }),
      desk.change(uzb, 'recallSubmission', { submission: handedIn }),
      desk.change(uzb, 'correctValue', {
        observation,
        expectedVersion: 2,
        reason: 'CORRECTION',
        value: '1',
      }),
      desk.change(uzb, 'submitReturn', {
        area: 'UZB',
        cycle: 2025,
        cells: [{ id: observation, expectedVersion: 2 }],
      }),
      desk.change(uzb, 'returnValue', { observation, revision, reason: 'Why' }),
    ];
    const told = (answers: Awaited<ReturnType<typeof reach>[number]>[]) =>
      answers.map(({ errors }) =>
        errors?.map(({ message, path, extensions: { code } }) => ({ message, path, code })),
      );
    const foreign = await Promise.all(reach(id, submission));
    const absent = await Promise.all(reach(randomUUID(), randomUUID()));
    expect(told(foreign)).toEqual(told(absent));
    expect(foreign.every(({ errors }) => errors?.length === 1)).toBe(true);
    expect(JSON.stringify(foreign)).not.toContain(SECRET);
    expect(await stored(api.em())).toEqual(before);
  });

  it('invariant 2: nor by what is counted for them', async () => {
    const own = (await desk.read(uzb, 'duties')).result;
    expect(own).toEqual([expect.objectContaining({ area: 'UZB', filled: 0, submitted: 0 })]);
  });
});

describe('invariant 3: an approved number was approved by someone else, at exactly the revision reviewed', () => {
  it('invariant 3: not by its author, even one who has become an officer', async () => {
    const { id, revision } = await submitted('A6.1', '2');
    await api
      .em()
      .execute(`update work.user_account set role = 'OFFICER', area = null where email = ?`, [kgz]);
    const own = await desk.change(kgz, 'approveValues', {
      values: [{ observation: id, revision }],
    });
    await api
      .em()
      .execute(`update work.user_account set role = 'REPORTER', area = 'KGZ' where email = ?`, [
        kgz,
      ]);
    expect(codes(own.payload)).toEqual(['SAME_PERSON']);
    expect(one(own.payload.observations).state).toBe('SUBMITTED');
  });

  it('invariant 3: every approved observation has a review of its current revision by another person', async () => {
    const queue = (await desk.read(officer, 'reviewQueue')).result.submitted;
    const values = queue.map((one: { id: string; current: { id: string } }) => ({
      observation: one.id,
      revision: one.current.id,
    }));
    await desk.change(officer, 'approveValues', { values });
    const [approved] = await api.em().execute<{ all: number; held: number }[]>(
      `select count(*)::int as all, count(*) filter (where exists (
         select 1 from work.review v where v.observation = o.id and v.revision = o.current_revision
           and v.decision = 'APPROVED' and v.reviewer <> r.author))::int as held
       from work.observation o join work.revision r on r.id = o.current_revision where o.state = 'APPROVED'`,
    );
    expect(approved?.all).toBe(values.length);
    expect(approved?.held).toBe(values.length);
  });
});

describe('invariant 5: an acknowledged save is there exactly once', () => {
  it('invariant 5: twenty retries of twenty saves at once make one revision each', async () => {
    const keys = Array.from({ length: 20 }, () => randomUUID());
    let version = 0;
    for (const [turn, idempotencyKey] of keys.entries()) {
      const input = {
        area: 'KGZ',
        cycle: 2025,
        indicator: 'A5.2',
        value: String(turn),
        expectedVersion: version,
        idempotencyKey,
      };
      const answers = await Promise.all([1, 2, 3].map(() => desk.change(kgz, 'saveValue', input)));
      for (const { payload } of answers) expect(payload.problems).toEqual([]);
      version += 1;
    }
    const rows = await api.em().execute<{ number: number; value: string }[]>(
      `select r.number, trim_scale(r.value)::text as value from work.revision r
       join work.observation o on o.id = r.observation
       where o.indicator = 'A5.2' and o.area = 'KGZ' order by r.number`,
    );
    expect(rows).toEqual(keys.map((_, turn) => ({ number: turn + 1, value: String(turn) })));
  });

  it('invariant 5: what was acknowledged is read by a connection that knows nothing of it', async () => {
    const { cell } = await desk.save(uzb, 'A5.8', '17', { area: 'UZB' });
    const [row] = await api
      .em()
      .execute<{ value: string }[]>(
        `select trim_scale(value)::text as value from work.revision where id = ?`,
        [cell.current.id],
      );
    expect(row?.value).toBe('17');
  });
});

describe('invariant 8: the rule that blocks in the browser is the one that decides here', () => {
  it('invariant 8: the hits of the answer are those of the domain’s checkSubmission', async () => {
    for (const [year, value] of [
      [2022, '120'],
      [2023, '130'],
      [2024, '125'],
    ] as const) {
      await published(api.em(), { area: 'UZB', indicator: 'A5.8', year, value });
    }
    const form = (await desk.read(uzb, 'returnForm', { area: 'UZB', cycle: 2025 })).result;
    const seen = one(form.cells, ({ indicator }) => indicator === 'A5.8');
    const { cell } = await desk.save(uzb, 'A5.8', '900.5', {
      area: 'UZB',
      expectedVersion: seen.version,
    });
    const { hits } = checkSubmission(
      {
        indicator: {
          kind: 'NUMERIC',
          min: 0,
          integer: true,
          decimals: 0,
          unit: 'NUMBER',
          valueType: 'STOCK',
        },
        value: '900.5',
        obsStatus: 'A',
        year: 2025,
        currentYear: new Date().getFullYear(),
        history: [
          { year: 2022, value: '120' },
          { year: 2023, value: '130' },
          { year: 2024, value: '125' },
        ],
      },
      { body: ['Ministry'], evidence: 0 },
    );
    expect(hits.length).toBeGreaterThan(1);
    expect(cell.hits).toEqual(
      hits.map(({ params, ...hit }) => ({
        ...hit,
        params: Object.entries(params).map(([name, value]) => ({ name, value })),
      })),
    );
    const blocked = hits.filter(({ severity }) => severity === 'ERROR').map(({ code }) => code);
    const refused = codes(await desk.submit(uzb, [cell], { area: 'UZB' }));
    expect(refused).toEqual(blocked);
  });
});
