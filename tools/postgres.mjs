// Runs a command against a throw-away PostgreSQL cluster: node tools/postgres.mjs [--replica] <command> [arguments…]
// The command gets the address in DATABASE_URL and the folder of the cluster in QADAM_POSTGRES_DATA; with --replica also those of a streaming
// replica, in DATABASE_READ_URLS and QADAM_REPLICA_DATA. All live in a temporary folder, listen on loopback only and are removed afterwards.
// initdb refuses to run as root, so a root caller hands the cluster to the user `postgres`.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const withReplica = process.argv[2] === '--replica';
const [command, ...args] = process.argv.slice(withReplica ? 3 : 2);
if (!command) {
  console.error('usage: node tools/postgres.mjs [--replica] <command> [arguments…]');
  process.exit(2);
}

/** Finds a server program of PostgreSQL on the PATH, or where Debian puts it. */
function program(name) {
  const debian = '/usr/lib/postgresql';
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...(existsSync(debian)
      ? readdirSync(debian)
          .sort()
          .reverse()
          .map((v) => path.join(debian, v, 'bin'))
      : []),
  ];
  const found = folders.map((f) => path.join(f, name)).find((f) => existsSync(f));
  if (!found) throw new Error(`${name} was not found: install PostgreSQL 15 or newer`);
  return found;
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** How long the command may take to end after a signal. */
const ENDED_WITHIN_MS = 20_000;
const isRoot = process.getuid?.() === 0;
const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
const owner = isRoot ? { uid: id('-u'), gid: id('-g') } : {};
const folder = mkdtempSync(path.join(tmpdir(), 'qadam-postgres-'));
if (isRoot) chownSync(folder, owner.uid, owner.gid);
const asOwner = { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
const run = (name, ...options) => execFileSync(program(name), options, asOwner);

/** The folders of clusters, the newest first. */
const clusters = [];
async function serve(name, make) {
  const data = path.join(folder, name);
  make(data);
  clusters.unshift(data);
  const port = await freePort();
  const settings = `-h 127.0.0.1 -p ${port} -k ${folder} -c max_connections=200`;
  run('pg_ctl', '-D', data, '-w', '-l', `${data}.log`, '-o', settings, 'start');
  return { data, port, url: `postgresql://postgres@127.0.0.1:${port}/postgres` };
}
/** Stops the clusters and removes the folder however this ends, even while a cluster is starting. */
process.once('exit', () => {
  for (const data of clusters)
    if (existsSync(path.join(data, 'postmaster.pid')))
      run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
  rmSync(folder, { recursive: true, force: true });
});
let child;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    if (child === undefined) process.exit(1);
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), ENDED_WITHIN_MS);
  });

const login = ['-U', 'postgres'];
const primary = await serve('data', (data) =>
  run(
    'initdb',
    ...['-D', data, ...login, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
  ),
);
const follow = (data) =>
  run(
    'pg_basebackup',
    ...['-D', data, ...login, '-h', '127.0.0.1', '-p', String(primary.port)],
    ...['--write-recovery-conf', '--checkpoint=fast', '--no-sync'],
  );
const replica = withReplica ? await serve('replica', follow) : null;

child = spawn(command, args, {
  stdio: 'inherit',
  env: {
    ...process.env,
    // puts the Node of the lock first, whichever version the machine has
    PATH: [path.join(import.meta.dirname, '../node_modules/.bin'), process.env.PATH].join(
      path.delimiter,
    ),
    DATABASE_URL: primary.url,
    QADAM_POSTGRES_DATA: primary.data,
    ...(replica && { DATABASE_READ_URLS: replica.url, QADAM_REPLICA_DATA: replica.data }),
  },
});
child.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.once('exit', (code) => process.exit(code ?? 1));
