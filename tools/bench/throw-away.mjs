// Databases and servers that the benches make, ask and throw away, on the cluster of tools/postgres.mjs.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { library } from './peers.mjs';

/** Connections to each server. */
export const CONNECTIONS = 4;

// it makes and drops databases, so it must only ever run on a throw-away cluster
if (process.env.QADAM_POSTGRES_DATA === undefined) {
  console.error(
    `usage: node tools/postgres.mjs node ${path.relative('', process.argv[1])} [options]`,
  );
  process.exit(2);
}

const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'qadam-bench-'));
const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    for (const { child } of running) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  });
const { Client } = await library('pg');

/** Does the work of a bench and ends the process: with 1 if it failed or `work` resolves to false. */
export async function bench(work) {
  let exitCode = 1;
  try {
    exitCode = (await work()) ? 0 : 1;
  } catch (error) {
    console.error(error);
    const active = `select now() - query_start as since, wait_event, left(query, 500) as statement from pg_stat_activity
      where state = 'active' and pid <> pg_backend_pid() and backend_type = 'client backend'`;
    console.error(
      await withClient(process.env.DATABASE_URL, async (c) => (await c.query(active)).rows),
    );
  } finally {
    await Promise.all([...running].map(stop));
    agent.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit(exitCode);
}

export async function withClient(url, use) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

export async function withDatabase(name, template, use) {
  const admin = process.env.DATABASE_URL;
  await withClient(admin, (client) => client.query(`create database ${name} template ${template}`));
  const url = new URL(admin);
  url.pathname = name;
  const result = await use(url.href);
  await withClient(admin, (client) => client.query(`drop database ${name} with (force)`));
  return result;
}

export async function start(name, file, args, env) {
  const port = await new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
  const child = spawn(process.execPath, [path.join(root, file), ...args], {
    env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const server = { name, port, child };
  running.add(server);
  for (let tries = 0; tries < 1200; tries += 1) {
    if (child.exitCode !== null) break;
    const where = name === 'ours' ? '/health/ready' : '/';
    const status = await request(server, { path: where }).then(
      ({ status }) => status,
      () => 0,
    );
    if (name === 'ours' ? status === 200 : status > 0) return server;
    await wait(50);
  }
  throw new Error(`${name} does not answer`);
}

export function startOurs(url) {
  return start('ours', 'apps/api/dist/main.js', [], {
    DATABASE_URL: url,
    DATA_DIR: folder,
    QADAM_DEMO: '1',
    NODE_OPTIONS: '--max-semi-space-size=8', // as in production (docs/operations.md)
  });
}

export async function stop(server) {
  running.delete(server);
  if (server.child.exitCode !== null || server.child.signalCode !== null) return;
  server.child.kill('SIGTERM');
  const ended = new Promise((resolve) => server.child.once('exit', resolve));
  await Promise.race([ended, wait(10_000).then(() => server.child.kill('SIGKILL'))]);
}

/** Sends a request and measures until the last byte. `until`: for how many seconds the answer is read at most. */
export function request({ name, port }, { path: where, method = 'GET', body, until = 60 }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const since = () => performance.now() - started;
    const headers = {
      'content-type': 'application/json',
      ...(body && { 'content-length': Buffer.byteLength(body) }),
    };
    const sent = http.request(
      { host: '127.0.0.1', port, path: where, method, agent, headers },
      (response) => {
        const pieces = [];
        let first;
        const done = () =>
          resolve({ status: response.statusCode, body: Buffer.concat(pieces), ms: since(), first });
        response.on('data', (piece) => {
          first ??= since();
          pieces.push(piece);
          if (since() < until * 1000) return;
          done();
          response.destroy();
        });
        response.on('end', done).on('error', reject);
      },
    );
    sent.setTimeout(60_000, () =>
      sent.destroy(new Error(`${name} did not answer ${where} in 60 s`)),
    );
    sent.on('error', reject).end(body);
  });
}
