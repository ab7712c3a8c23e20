// Builds one image of an embedded database with all migrations (3 s, once); every suite then loads it in about 0.3 s.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';

const root = path.join(import.meta.dirname, '../..');
const migrationsFolder = path.join(import.meta.dirname, 'src/database/migrations');

function imageFile() {
  const hash = createHash('sha256');
  hash.update(readFileSync(path.join(root, 'node_modules/@electric-sql/pglite/package.json')));
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
  const dump = await db.dumpDataDir('none');
  await db.close();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file); // at once, for runs side by side
}

export default async function setup() {
  if (process.env.DATABASE_URL) return;
  const file = imageFile();
  if (!existsSync(file)) await build(file);
  process.env.QADAM_TEST_IMAGE = file;
}
