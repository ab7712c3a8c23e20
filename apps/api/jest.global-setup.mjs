// Builds one image of an embedded database with all migrations and rights (4 s, once); each thread loads it once and rewinds it for every suite. The
// first suite that seeds its database leaves an image of it for the others (src/testing/database.ts); it is used until a source changes, or until the
// day ends.
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundleThreads } from '../../tools/bundle-threads.mjs';
import { hashOfSources } from '../../tools/hash-of-sources.mjs';
import { onServer } from './jest.server.mjs';

const root = path.join(import.meta.dirname, '../..');
const migrationsFolder = path.join(import.meta.dirname, 'src/database/migrations');

function imageFile() {
  const hash = createHash('sha256');
  for (const file of [
    path.join(root, 'node_modules/@electric-sql/pglite/package.json'),
    import.meta.filename,
    path.join(import.meta.dirname, 'jest.database-image.mjs'),
    ...['guard', 'rights', 'standing'].map((name) =>
      path.join(import.meta.dirname, `src/database/${name}.ts`),
    ),
  ])
    hash.update(readFileSync(file));
  for (const name of readdirSync(migrationsFolder).sort())
    hash.update(readFileSync(path.join(migrationsFolder, name)));
  return path.join(
    root,
    `node_modules/.cache/qadam-test-database-${hash.digest('hex').slice(0, 16)}.tar`,
  );
}

function build(...files) {
  mkdirSync(path.dirname(files[0]), { recursive: true });
  const sources = path.join(root, 'tools/run-sources.mjs');
  const script = path.join(import.meta.dirname, 'jest.database-image.mjs');
  execFileSync(process.execPath, ['--import', sources, script, ...files], { stdio: 'inherit' });
}

/** The path of images of seeded databases; images of other sources are deleted. */
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
  // where tools/run-sources.mjs looks for them
  process.env.QADAM_TEST_THREADS = path.join(root, 'node_modules/.cache/threads');
  await bundleThreads(process.env.QADAM_TEST_THREADS);
  if (process.env.DATABASE_URL) {
    // part of the names of databases that suites copy (src/testing/database.ts)
    process.env.QADAM_TEST_RUN = randomBytes(4).toString('hex');
    // a throw-away cluster (tools/postgres.mjs) need not survive a crash of the machine
    if (process.env.QADAM_POSTGRES_DATA)
      await onServer(async (em) => {
        await em.execute('alter system set fsync = off');
        await em.execute('select pg_reload_conf()');
      });
    return;
  }
  const file = imageFile();
  const bare = file.replace(/tar$/, 'bare.tar');
  if (!existsSync(file)) build(file, bare);
  process.env.QADAM_TEST_IMAGE = file;
  process.env.QADAM_TEST_BARE = bare;
  process.env.QADAM_TEST_SEEDED = seededImages();
}
