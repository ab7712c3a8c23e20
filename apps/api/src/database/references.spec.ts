import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { asNobody, standAs } from './standing.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
});
afterAll(() => test.stop());

/** Inserts three rows; if a column is named, the last row refers by it to a row that does not exist. */
const WRITES = {
  submission_revision: (wrong?: string) =>
    `insert into work.submission_revision (submission, revision)
       select ${orNothing('s.id', wrong === 'submission')}, ${orNothing('r.id', wrong === 'revision')}
       from (select id from work.submission limit 1) s, (select id, row_number() over () as n from work.revision
         where id not in (select revision from work.submission_revision) limit 3) r`,
  review: (wrong?: string) =>
    `insert into work.review (id, observation, revision, decision, reviewer)
       select gen_random_uuid(), ${orNothing('r.observation', wrong === 'observation')},
         ${orNothing('r.id', wrong === 'revision')}, 'APPROVED', ${orNothing('u.id', wrong === 'reviewer')}
       from (select id from work.user_account limit 1) u,
         (select id, observation, row_number() over () as n from work.revision limit 3) r`,
};
const orNothing = (column: string, isWrong: boolean): string =>
  isWrong ? `case n when 3 then gen_random_uuid() else ${column} end` : column;

const written = (table: string): Promise<{ count: number }[]> =>
  test.em().execute(`select count(*)::int as count from work.${table}`);

describe('of many rows of one statement', () => {
  it.each([
    ['submission_revision', 'submission'],
    ['submission_revision', 'revision'],
    ['review', 'observation'],
    ['review', 'revision'],
    ['review', 'reviewer'],
  ] as const)('%s takes none where the %s of one is not there', async (table, column) => {
    const before = await written(table);
    await expect(test.em().execute(WRITES[table](column))).rejects.toMatchObject({ code: '23503' });
    expect(await written(table)).toEqual(before);
  });

  it.each(['submission_revision', 'review'] as const)(
    '%s takes all that refer to rows',
    async (table) => {
      const [before] = await written(table);
      await test.em().execute(WRITES[table]());
      expect(await written(table)).toEqual([{ count: Number(before?.count) + 3 }]);
    },
  );
});

describe('a value of another country', () => {
  it('is not there for who hands in a return', async () => {
    const [kazakh, kyrgyz] = await test.em().execute<{ submission: string; revision: string }[]>(
      `select distinct on (s.area) s.id as submission, r.id as revision from work.submission s
         join work.revision r on r.area = s.area and r.id not in (select revision from work.submission_revision)
         where s.area in ('KAZ', 'KGZ') order by s.area`,
    );
    const handIn = (revision = '') =>
      asNobody(() => {
        standAs({ role: 'REPORTER', area: 'KAZ', areas: null });
        const { em } = test.app.get<unknown, MikroORM>(MikroORM);
        return em
          .fork()
          .transactional((kaz) =>
            kaz.execute(
              `insert into work.submission_revision (submission, revision) values ('${String(kazakh?.submission)}', '${revision}')`,
            ),
          );
      });
    await expect(handIn(kyrgyz?.revision)).rejects.toMatchObject({ code: '23503' });
    await handIn(kazakh?.revision);
  });
});

describe('the published revision', () => {
  const PUBLISHED = `select o.id, o.current_revision as revision from work.observation o where o.published_revision is not null limit 2`;
  const published = async () => {
    const [one, other] = await test.em().execute<{ id: string; revision: string }[]>(PUBLISHED);
    if (one === undefined || other === undefined) throw new Error('Nothing is published.');
    return { one, other };
  };
  const publish = (observation: string, revision: string): Promise<unknown> =>
    test
      .em()
      .execute(`update work.observation set published_revision = ? where id = ?`, [
        revision,
        observation,
      ]);

  it('is one of its own value', async () => {
    const { one, other } = await published();
    await expect(publish(one.id, other.revision)).rejects.toMatchObject({ code: '23503' });
    await expect(publish(one.id, one.id)).rejects.toMatchObject({ code: '23503' });
    await publish(one.id, one.revision);
  });

  it('may be an earlier one', async () => {
    const { one } = await published();
    const later = randomUUID();
    await test.em().transactional(async (em) => {
      await em.execute(
        `insert into work.revision (id, observation, area, number, value, obs_status, via)
           select ?, observation, area, number + 1, 1, 'A', 'SOURCE_IMPORT' from work.revision where id = ?`,
        [later, one.revision],
      );
      await em.execute('update work.observation set current_revision = ? where id = ?', [
        later,
        one.id,
      ]);
    });
    await publish(one.id, later);
    await publish(one.id, one.revision);
  });

  it('is one that is there, also where another became the current one meanwhile', async () => {
    const { one } = await published();
    const missing = randomUUID();
    const ways = test.em().transactional(async (em) => {
      const set = (columns: string, ...revisions: string[]) =>
        em.execute(`update work.observation set ${columns} where id = ?`, [...revisions, one.id]);
      await set('current_revision = ?, published_revision = ?', missing, missing);
      await set('current_revision = ?', one.revision);
    });
    await expect(ways).rejects.toMatchObject({ code: '23503' });
  });

  it('is there when a value begins with one', async () => {
    const { one, other } = await published();
    const begin = (revision: string) =>
      test.em().transactional(async (em) => {
        const id = randomUUID();
        await em.execute(
          `insert into work.observation (id, indicator, area, year, state, current_revision, published_revision)
             select ?, indicator, area, 1901, 'PUBLISHED', ?, ? from work.observation where id = ?`,
          [id, revision, revision, one.id],
        );
        if (revision !== other.revision)
          await em.execute(
            `insert into work.revision (id, observation, area, number, value, obs_status, via)
               select ?, ?, area, 1, 1, 'A', 'SOURCE_IMPORT' from work.observation where id = ?`,
            [revision, id, id],
          );
      });
    await expect(begin(other.revision)).rejects.toMatchObject({ code: '23503' });
    await begin(randomUUID());
  });
});

describe('what a return or a review refers to', () => {
  const KEPT = ['observation', 'revision', 'submission', 'user_account'];
  const WAYS = (table: string) => [
    `delete from work.${table}`,
    `truncate work.${table} cascade`,
    `update work.${table} set id = gen_random_uuid()`,
  ];
  const cases = KEPT.flatMap((table) => WAYS(table).map((way) => [table, way] as const));
  it.each(cases)('stays in %s, whoever says: %s', async (table, statement) => {
    await expect(test.em().execute(statement)).rejects.toThrow(`${table} is append-only`);
  });

  it('stands in a return for good', async () => {
    for (const statement of [
      'delete from work.submission_revision',
      'truncate work.submission_revision',
      'update work.submission_revision set revision = submission',
    ])
      await expect(test.em().execute(statement)).rejects.toThrow(
        'submission_revision is append-only',
      );
  });
});
