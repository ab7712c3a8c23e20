import { expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { startBareDatabase } from '../../testing/database.ts';
import { migrate } from '../migrate.ts';
import { ormConfig } from '../orm.config.ts';
import { query } from '../query.fixture.ts';
import { loadDemonstration } from './demonstration.ts';

// an embedded database has one process
const onPostgres = process.env['DATABASE_URL'] === undefined ? it.skip : it;

onPostgres(
  'two processes that start together load the demonstration once',
  async () => {
    const database = await startBareDatabase();
    await migrate(database.url);
    const processes = [
      await MikroORM.init(ormConfig(database.url, { contextName: 'one' })),
      await MikroORM.init(ormConfig(database.url, { contextName: 'other' })),
    ];
    try {
      await Promise.all(processes.map(loadDemonstration));
      expect(
        await query(database.url, 'select number from publication.release order by sequence'),
      ).toEqual([{ number: '2026.1' }, { number: '2026.2' }]);
    } finally {
      await Promise.all(processes.map((orm) => orm.close(true)));
      await database.stop();
    }
  },
  120_000,
);
