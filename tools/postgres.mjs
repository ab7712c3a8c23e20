// Runs a command against a throw-away PostgreSQL cluster: node tools/postgres.mjs <command> [arguments…]
// The command finds DATABASE_URL in its environment, and the folder of the cluster in QADAM_POSTGRES_DATA. The cluster lives in a temporary folder, listens on loopback only and is removed afterwards.
// initdb refuses to run as root, so a root caller hands the cluster to the user `postgres`.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error('usage: node tools/postgres.mjs <command> [arguments…]');
  process.exit(2);
}

/** PostgreSQL's server programs are on the PATH, or where Debian puts them. */
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

const isRoot = process.getuid?.() === 0;
const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
const owner = isRoot ? { uid: id('-u'), gid: id('-g') } : {};
const folder = mkdtempSync(path.join(tmpdir(), 'qadam-postgres-'));
if (isRoot) chownSync(folder, owner.uid, owner.gid);
const data = path.join(folder, 'data');
const port = await freePort();
const asOwner = { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };

execFileSync(
  program('initdb'),
  ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
  asOwner,
);
const start = `-h 127.0.0.1 -p ${port} -k ${folder} -c max_connections=200`;
execFileSync(
  program('pg_ctl'),
  ['-D', data, '-w', '-l', path.join(folder, 'log'), '-o', start, 'start'],
  asOwner,
);
const stop = () => {
  execFileSync(program('pg_ctl'), ['-D', data, '-w', '-m', 'immediate', 'stop'], asOwner);
  rmSync(folder, { recursive: true, force: true });
};

const child = spawn(command, args, {
  stdio: 'inherit',
  env: {
    ...process.env,
    // the Node of the lock, whichever the machine has
    PATH: [path.join(import.meta.dirname, '../node_modules/.bin'), process.env.PATH].join(
      path.delimiter,
    ),
    DATABASE_URL: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    QADAM_POSTGRES_DATA: data,
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('error', (error) => {
  console.error(error.message);
  stop();
  process.exit(1);
});
child.once('exit', (code) => {
  stop();
  process.exit(code ?? 1);
});
