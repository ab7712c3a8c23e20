import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBareDatabase, type TestDatabase } from '../testing/database.ts';
import { query } from './query.fixture.ts';
import { migrate } from './migrate.ts';
import { schemaDifference } from './schema-difference.ts';

describe('the tables', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startBareDatabase();
    await migrate(database.url);
  });
  afterAll(() => database.stop());

  it('of an empty database become what the entities describe', async () => {
    expect(await schemaDifference(database.url)).toBe('');
  });

  it('have no index of values that changes where one is handed in, reviewed, approved or published', async () => {
    const indexes = await query<{ definition: string }[]>(
      database.url,
      `select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'work.observation'::regclass`,
    );
    expect(indexes.length).toBeGreaterThan(0);
    expect(
      indexes.filter(({ definition }) =>
        /\b(?:state|version|current_revision|published_revision)\b/.test(definition),
      ),
    ).toEqual([]);
  });

  it('take no revision of a country that nobody knows', async () => {
    const written = query(
      database.url,
      `insert into work.revision (id, observation, number, value, obs_status, via)
         values (gen_random_uuid(), gen_random_uuid(), 1, 1, 'A', 'SOURCE_IMPORT')`,
    );
    await expect(written).rejects.toThrow('revision_area_check');
  });
});
