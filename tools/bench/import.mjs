// How long a file of many rows takes to be checked and committed, and how much memory: node tools/bench/import.mjs [rows] [xlsx]
// Against the built product with its demonstration, on the embedded database or on the DATABASE_URL of the environment
// (node tools/postgres.mjs node tools/bench/import.mjs). Ends with 1 where a promise is not kept.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const rows = Number(process.argv[2] ?? 100_000);
const asSheet = process.argv[3] === 'xlsx';
const PROMISED_S = 60;
// beyond the server at rest, and on a database of its own: the embedded one grows in the same process
const PROMISED_MB = process.env['DATABASE_URL'] ? 256 : Infinity;
const TIMEOUT_S = 300;
const HEAD = ['code', 'age', 'breakdown', 'value', 'source', 'comment'];
const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'qadam-bench-'));
const port = await new Promise((resolve) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address();
    server.close(() => resolve(free));
  });
});
const origin = `http://127.0.0.1:${port}`;
let server = start();
let exitCode = 1;
try {
  await ready();
  await stop();
  const parts = await askForParts();
  server = start();
  exitCode = await measure(parts);
} finally {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(exitCode);

function start() {
  return spawn(process.execPath, ['apps/api/dist/main.js'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, QADAM_DEMO: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function stop() {
  if (server.exitCode !== null) return;
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
}

/**
 * No real return has so many cells: here some indicators have enough ages and kinds for every row to be one.
 * A higher version is what an officer edited: the next start leaves it as it is.
 */
async function askForParts() {
  const { startEmbeddedDatabase } = await import(
    pathToFileURL(path.join(root, 'apps/api/dist/database/embedded.js')).href
  );
  const own = process.env['DATABASE_URL'];
  const embedded = own
    ? null
    : await startEmbeddedDatabase({
        folder: path.join(folder, 'pg'),
        onCrash: () => process.exit(1),
      });
  const { default: pg } = await import(ofApi('pg'));
  const client = new pg.Client({ connectionString: own ?? embedded.url });
  await client.connect();
  const { rows: found } = await client.query(
    `select i.code from work.indicator i join work.assignment s on s.indicator = i.code and s.area = 'KGZ' and s.cycle = 2025
     where i.kind = 'NUMERIC' and i.max is null and not exists (
       select from work.observation o where o.indicator = i.code and o.area = 'KGZ' and o.year = 2025) order by i.code`,
  );
  const side = Math.ceil(Math.sqrt(rows / found.length));
  const axis = (dimension, codeOf) => ({
    dimension,
    codes: Array.from({ length: side }, (_, at) => ({
      code: codeOf(at),
      name: { en: codeOf(at), ru: codeOf(at) },
    })),
  });
  const axes = [axis('age', (at) => `Y${at}`), axis('breakdown', (at) => `K${at}`)];
  const codes = found.map(({ code }) => code);
  await client.query(
    `update work.indicator set breakdowns = '{age,breakdown}', table_axes = $1, version = version + 1 where code = any($2)`,
    [JSON.stringify(axes), codes],
  );
  await client.end();
  await embedded?.stop();
  return { codes, axes };
}

async function measure(parts) {
  await ready();
  const cookie = await signIn('reporter.kgz@demo.example');
  const file = asSheet ? await workbook(parts) : Buffer.from(table(parts));
  console.log(`${rows} rows, ${(file.length / 2 ** 20).toFixed(1)} MB`);
  const before = memory();
  let most = before;
  const sampling = setInterval(() => (most = Math.max(most, memory())), 100);
  const body = new FormData();
  body.append('file', new Blob([file]), asSheet ? 'bench.xlsx' : 'bench.csv');
  const headers = { cookie, 'x-qadam': '1' };
  const start = performance.now();
  const { job } = await call('/imports?country=KGZ&cycle=2025&lang=en', {
    method: 'POST',
    headers: { ...headers, prefer: 'respond-async' },
    body,
  });
  const ask = async (query) => {
    const { data, errors } = await call('/work/graphql', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { job } }),
    });
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const look = async () => {
    const summary = 'summary { rows new changed same rejected errors }';
    return (await ask(`query ($job: ID!) { importJob(id: $job) { state ${summary} } }`)).importJob;
  };
  let looked = await look();
  while (looked.state === 'READING' && seconds(start) < TIMEOUT_S) {
    await wait(100);
    looked = await look();
  }
  const checked = seconds(start);
  console.log(`check   ${checked.toFixed(1)} s, ${looked.state}`, looked.summary);
  const afterCheck = performance.now();
  const { commitImport } = await ask(
    'mutation ($job: ID!) { commitImport(job: $job) { job { state } problems { code } } }',
  );
  const stored = seconds(afterCheck);
  const { job: done, problems } = commitImport;
  console.log(`commit  ${stored.toFixed(1)} s, ${done.state}`, problems.length > 0 ? problems : '');
  console.log(`together ${(checked + stored).toFixed(1)} s; promised: ${PROMISED_S} s`);
  console.log(`memory  ${before} MB before, ${most} MB at most; promised: ${PROMISED_MB} MB more`);
  if (done.state !== 'COMMITTED') return 1;
  const officer = await signIn('officer@demo.example');
  const handing = await timed(
    'handing in',
    `mutation ($input: SubmitReturnInput!) { answer: submitReturn(input: $input) {
    submission { id number cells } problems { code params { name value } } } }`,
    cookie,
    {
      ...{ area: 'KGZ', cycle: 2025, import: job, idempotencyKey: 'bench-hand-in' },
    },
  );
  const { submission } = handing.answer;
  const approval = await timed(
    'approval',
    `mutation ($input: ApproveReturnInput!) { answer: approveReturn(input: $input) {
    batch approved problems { code params { name value } } } }`,
    officer,
    {
      ...{ submission: submission.id, expectedValues: rows, idempotencyKey: 'bench-approve' },
    },
  );
  clearInterval(sampling);
  if (approval.answer.approved !== rows) return 1;
  return checked + stored < PROMISED_S && most - before < PROMISED_MB ? 0 : 1;
}

/** One act, and the longest that another request had to wait meanwhile. */
async function timed(name, query, cookie, input) {
  let longest = 0;
  let over = false;
  const others = (async () => {
    while (!over) {
      const asked = performance.now();
      await fetch(`${origin}/health/live`).then((answer) => answer.text());
      longest = Math.max(longest, performance.now() - asked);
      await wait(5);
    }
  })();
  const since = performance.now();
  const { data, errors } = await call('/work/graphql', {
    method: 'POST',
    headers: { cookie, 'x-qadam': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const took = seconds(since);
  over = true;
  await others;
  if (errors) throw new Error(JSON.stringify(errors));
  console.log(
    `${name} ${took.toFixed(1)} s, others waited ${longest.toFixed(0)} ms at most`,
    JSON.stringify(data.answer).slice(0, 500),
  );
  return { took, longest, answer: data.answer };
}

function seconds(since) {
  return (performance.now() - since) / 1000;
}

/** Of the whole process, the embedded database in it. */
function memory() {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

async function ready() {
  for (let tries = 0; tries < 1200; tries += 1) {
    const is = await fetch(`${origin}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (is) return;
    await wait(100);
  }
  throw new Error('the server does not answer');
}

async function signIn(email) {
  const answer = await fetch(`${origin}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-qadam': '1' },
    body: JSON.stringify({ email, password: 'demo-Qadam-2026' }),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function call(url, init) {
  const answer = await fetch(origin + url, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

function* cells({ codes, axes: [ages, kinds] }) {
  let at = 0;
  for (const code of codes) {
    for (const age of ages.codes) {
      for (const kind of kinds.codes) {
        if (at === rows) return;
        at += 1;
        yield [
          code,
          age.code,
          kind.code,
          10 + ((at * 7919) % 9000),
          'Register of the ministry',
          '',
        ];
      }
    }
  }
}

function table(parts) {
  return [HEAD, ...cells(parts)].map((row) => row.join(',')).join('\n');
}

/** A library of the API's. */
function ofApi(name) {
  const library = createRequire(path.join(root, 'apps/api/package.json')).resolve(name);
  return pathToFileURL(library).href;
}

async function workbook(parts) {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({ sheets: [{ name: 'Data', rows: [HEAD, ...cells(parts)] }] });
}
