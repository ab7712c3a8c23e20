// Makes what a new embedded database starts from, as one file of the build: a cluster of PostgreSQL with every table and right but no row.
// Otherwise each first start would run all migrations. Run after the compiler.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zstdCompressSync } from 'node:zlib';
import { MikroORM } from '@mikro-orm/postgresql';

const built = new URL('./dist/', import.meta.url);
const load = (name) => import(new URL(`${name}.js`, built).href);
const { oneLogin } = await load('config/databases');
const { startEmbeddedDatabase } = await load('database/embedded');
const { guard } = await load('database/guard');
const { migrate } = await load('database/migrate');
const { noEntities, ormConfig } = await load('database/orm.config');

const tar = fileURLToPath(new URL('database/cluster.tar', built));
// an older one would be worse than none if this fails
rmSync(`${tar}.zst`, { force: true });
const database = await startEmbeddedDatabase({ onCrash: (code) => process.exit(code || 1) });
await migrate(database.url);
await guard(oneLogin(database.url));
const orm = await MikroORM.init(
  ormConfig(database.url, { ...noEntities(), allowGlobalContext: true }),
);
// PGlite has one database; without these there are 850 files to write instead of 1,450
await orm.em.execute('update pg_database set datistemplate = false');
for (const name of ['template0', 'template1']) await orm.em.execute(`drop database ${name}`);
await orm.em.execute('checkpoint'); // so that the first start has nothing to recover
await orm.close(true);
await database.dump(tar);
await database.stop();
writeFileSync(tar, zstdCompressSync(readFileSync(tar)));
renameSync(tar, `${tar}.zst`);
process.exit(0);
