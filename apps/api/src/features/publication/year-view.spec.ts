import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, it } from '@jest/globals';
import {
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { METHOD_VERSION } from '@qadam/domain';
import type { ReadRelease } from './release.reader.ts';
import { viewOf } from './year-view.ts';

const stored = {
  areas: [],
  links: [],
  indicatorOf: new Map<string, never>(),
  assessments: [],
  before: null,
  firstYear: 2015,
};
const releaseOf = (more: Partial<ReadRelease>) =>
  ({ asOfYear: 2025, sequence: 2, methodVersion: METHOD_VERSION, ...more }) as ReadRelease;

it('tells of a release that other rules assessed its own year only', async () => {
  const nothingIsRead = {} as EntityManager;
  const view = await viewOf(nothingIsRead, releaseOf({ methodVersion: '0.9' }), stored, 2023);
  expect([view.year, view.firstYear]).toEqual([2025, 2025]);
});

it('judges an earlier year once, and the year before it, until another of its cells is hidden', async () => {
  let hidden = 3;
  let reads = 0;
  const em = answering((sql) => {
    if (sql.includes('as "count"')) return { count: hidden };
    reads++;
    return { indicators: [], actions: [] };
  });
  const release = releaseOf({ contentHash: 'of an earlier year' });
  const told = async (year: number) => {
    const { year: of, assessments, before } = await viewOf(em, release, stored, year);
    return [of, assessments, before === null, reads];
  };
  expect(await told(2023)).toEqual([2023, [], false, 1]);
  expect(await told(2023)).toEqual([2023, [], false, 1]);
  expect(await told(2022)).toEqual([2022, [], false, 2]);
  expect(await told(2015)).toEqual([2015, [], true, 3]);
  hidden++;
  expect(await told(2023)).toEqual([2023, [], false, 4]);
});

/** An entity manager that answers each statement with one row. */
function answering(rowOf: (sql: string) => object): EntityManager {
  class Answers extends DummyDriver {
    override async acquireConnection(): Promise<DatabaseConnection> {
      const connection = await super.acquireConnection();
      connection.executeQuery = ({ sql }: CompiledQuery) =>
        Promise.resolve({ rows: [rowOf(sql) as never] });
      return connection;
    }
  }
  const kysely = new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new Answers(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return { getKysely: () => kysely } as unknown as EntityManager;
}
