// Builds one image of an embedded database with all migrations (3 s, once); every suite then loads it in about 0.3 s. The first suite that seeds
// its database leaves an image of it for the others (src/testing/database.ts), for as long as no source changes, and for the day.
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { bundleThreads } from '../../tools/bundle-threads.mjs';
import { hashOfSources } from '../../tools/hash-of-sources.mjs';

const root = path.join(import.meta.dirname, '../..');
const migrationsFolder = path.join(import.meta.dirname, 'src/database/migrations');

function imageFile() {
  const hash = createHash('sha256');
  for (const file of [
    path.join(root, 'node_modules/@electric-sql/pglite/package.json'),
    import.meta.filename,
  ])
    hash.update(readFileSync(file));
  for (const name of readdirSync(migrationsFolder).sort())
    hash.update(readFileSync(path.join(migrationsFolder, name)));
  return path.join(
    root,
    `node_modules/.cache/qadam-test-database-${hash.digest('hex').slice(0, 16)}.tar`,
  );
}

async function build(file) {
  const { migrations } = await import('./src/database/migrations/index.ts');
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 4 });
  await server.start();
  const port = Number(server.getServerConn().split(':').pop());
  const orm = await MikroORM.init({
    clientUrl: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
  });
  await orm.migrator.up();
  await orm.close(true);
  await server.stop();
  // a suite connects to no other database: without them an image is loaded in two thirds of the time
  await db.exec('update pg_database set datistemplate = false');
  for (const name of ['template0', 'template1']) await db.exec(`drop database ${name}`);
  const dump = await db.dumpDataDir('none');
  await db.close();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file); // at once, for runs side by side
}

/** Where the images of seeded databases lie; those of other sources go. */
function seededImages() {
  const cache = path.join(root, 'node_modules/.cache');
  const sources = hashOfSources(['package-lock.json', '{apps/api,libs/*}/src/**/*.*']);
  const today = new Date().toISOString().slice(0, 10);
  const name = `qadam-test-seeded-${sources.slice(0, 16)}-${today}`;
  for (const old of globSync('qadam-test-seeded-*.{tar,begun}', { cwd: cache }))
    if (!old.startsWith(name) || old.endsWith('.begun'))
      rmSync(path.join(cache, old), { recursive: true, force: true });
  return path.join(cache, name);
}

export default async function setup() {
  // found there by tools/run-sources.mjs
  process.env.QADAM_TEST_THREADS = path.join(root, 'node_modules/.cache/threads');
  await bundleThreads(process.env.QADAM_TEST_THREADS);
  if (process.env.DATABASE_URL) return;
  const file = imageFile();
  if (!existsSync(file)) await build(file);
  process.env.QADAM_TEST_IMAGE = file;
  process.env.QADAM_TEST_SEEDED = seededImages();
}
