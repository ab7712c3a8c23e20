// node --import ../../tools/run-sources.mjs jest.database-image.mjs <file> <bare>: writes an image of an embedded database with all migrations and
// rights but no rows, and one of a database without a table.
import { MikroORM } from '@mikro-orm/postgresql';
import { oneLogin } from './src/config/databases.ts';
import { startEmbeddedDatabase } from './src/database/embedded.ts';
import { guard } from './src/database/guard.ts';
import { migrate } from './src/database/migrate.ts';
import { ormConfig } from './src/database/orm.config.ts';

const database = await startEmbeddedDatabase({ onCrash: (code) => process.exit(code || 1) });
await database.dump(process.argv[3]);
await migrate(database.url);
await guard(oneLogin(database.url));
const orm = await MikroORM.init(ormConfig(database.url, { allowGlobalContext: true }));
// suites connect to no other database: without these, an image loads in two thirds of the time
await orm.em.execute('update pg_database set datistemplate = false');
for (const name of ['template0', 'template1']) await orm.em.execute(`drop database ${name}`);
await orm.close(true);
await database.dump(process.argv[2]);
await database.stop();
