import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { startTestDatabase, type TestDatabase } from '../testing/database.ts';
import { db, json } from './db.ts';
import { rowsAs } from './expressions.ts';
import { newId, newIdsBy } from './ids.ts';
import { ormConfig } from './orm.config.ts';

const AT = new Date('2026-01-02T03:04:05.678Z');

describe('a set query', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  beforeAll(async () => {
    database = await startTestDatabase();
    orm = await MikroORM.init(ormConfig(database.url, { allowGlobalContext: true }));
  });
  afterAll(async () => {
    await orm.close(true);
    await database.stop();
  });

  it.each([
    ['each anew', newId],
    ['by counting', newIdsBy('at')],
  ])('makes ids that begin with the time, each its own, %s', async (_, id) => {
    const before = Date.now();
    const rows = await db(orm.em)
      .selectFrom(rowsAs('n', { at: 'int' }, [{ at: 2 }, { at: 1 }]))
      .select(id.as('id'))
      .orderBy('at')
      .execute();
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    if (id !== newId) expect(ids).toEqual(ids.toSorted());
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      const made = parseInt(id.replace('-', '').slice(0, 12), 16);
      expect(made).toBeGreaterThanOrEqual(before);
      expect(made).toBeLessThanOrEqual(Date.now());
    }
  });

  it('gives figures without padding, counts as numbers, instants as dates and days as text', async () => {
    await orm.em.transactional(async (em) => {
      const query = db(em);
      const area = { code: 'KAZ', kind: 'COUNTRY', time_zone: 'Asia/Almaty', position: 1 } as const;
      await query
        .insertInto('work.area')
        .values({ ...area, names: json({ en: 'Kazakhstan' }) })
        .execute();
      const source = { id: 's', title: 'Census', publisher: 'Office', licence: 'CC0' };
      await query
        .insertInto('work.source')
        .values({ ...source, kind: 'DATASET' })
        .execute();
      const denominator = { area: 'KAZ', year: 2025, kind: 'POPULATION', source: 's' };
      const values = ['12.500', '100', '0.000'].map((value, at) => ({
        ...denominator,
        age: String(at),
        value,
      }));
      await query.insertInto('work.denominator').values(values).execute();
      const days = { opens_on: '2026-01-01', due_on: '2026-02-01', closes_on: '2026-03-01' };
      await query
        .insertInto('work.cycle')
        .values({ year: 2025, ...days, closed_at: AT })
        .execute();

      const figures = await query
        .selectFrom('work.denominator')
        .select('value')
        .orderBy('age')
        .execute();
      expect(figures.map(({ value }) => value)).toEqual(['12.5', '100', '0']);
      const [cycle] = await query.selectFrom('work.cycle').selectAll().execute();
      expect(cycle).toMatchObject({ ...days, closed_at: AT });
      const [count] = await query
        .selectFrom('work.area')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .execute();
      expect(count).toEqual({ rows: 1 });
    });
  });

  it('takes any number of rows as one parameter', async () => {
    const rows = [
      { indicator: 'A', year: 2024 },
      { indicator: "B'", year: 2025 },
    ];
    const asked = rowsAs('asked', { indicator: 'text', year: 'int' }, rows);
    expect(await db(orm.em).selectFrom(asked).selectAll().execute()).toEqual(rows);
  });
});
