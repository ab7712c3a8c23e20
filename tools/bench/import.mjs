// Measures how much time and memory a file of many rows takes until it is checked, committed, submitted, approved and released.
//   node tools/bench/import.mjs [rows] [xlsx] [--published=700000]
// Runs the built product with its demonstration, on the embedded database or on the DATABASE_URL of the environment
// (node tools/postgres.mjs node tools/bench/import.mjs); there it is compared with a COPY of the same rows. Prints the goals. It exits
// with 1 if a file is not stored or approved, or memory is beyond its goal, but never because of a time. It also prints the processor
// time of the server and of PostgreSQL, which a busy machine changes less. `--published`: how many values are approved when the release
// is made; those that are not in the file are put by SQL into other countries and years. Readers ask for pages before and meanwhile.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ask, call, serve, signIn } from '../served.mjs';
import { processorTime } from './processor.mjs';

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { published: { type: 'string' } },
});
const rows = Number(positionals[0] ?? 100_000);
const asSheet = positionals[1] === 'xlsx';
/** How many values are approved when the release is made. */
const published = Number(options.published ?? rows);
// more memory than the server at rest; only with a separate database, because the embedded one grows in the same process
const own = process.env['DATABASE_URL'];
const PROMISED_MB = own ? 256 : Infinity;
const TIMEOUT_S = 300;
/** The pause between two pages that a reader asks for, and how long readers are measured before the release. */
const [READ_EVERY_MS, READ_AT_REST_MS] = [150, 10_000];
/** How often the page of an import asks for its state. */
const ASKED_EVERY_MS = 700;
const PROBLEMS = 'problems { code params { name value } }';
const HAND_IN = `mutation ($input: SubmitReturnInput!) { answer: submitReturn(input: $input) {
  submission { id number cells } ${PROBLEMS} } }`;
const APPROVE = `mutation ($input: ApproveReturnInput!) { answer: approveReturn(input: $input) { approved ${PROBLEMS} } }`;
const PREVIEW =
  'query { answer: releasePreview(asOfYear: 2025, annual: false, lang: en) { previewHash newlyApproved } }';
const PUBLISH = `mutation ($input: PublishReleaseInput!) { answer: publishRelease(input: $input) { number ${PROBLEMS} } }`;
/** Areas and years for values beyond those of the file. For 2025, Kyrgyzstan has those of the file and Kazakhstan those of the COPY. */
const ELSEWHERE = [
  ...['TJK', 'UZB'].map((area) => ({ area, year: 2025 })),
  ...[2024, 2023].flatMap((year) => ['KGZ', 'KAZ', 'TJK', 'UZB'].map((area) => ({ area, year }))),
];
const HEAD = ['code', 'age', 'breakdown', 'value', 'source', 'comment'];
const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'qadam-bench-'));
const demonstration = { DATA_DIR: folder, QADAM_DEMO: '1' };
let server = await serve(root, { env: demonstration });
let exitCode = 1;
try {
  await server.stop();
  const parts = await askForParts();
  server = await serve(root, { env: demonstration });
  exitCode = await measure(parts);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(exitCode);

/**
 * Gives some indicators so many ages and kinds that every row of the file has a cell, because no real return has so many.
 * Raises the version, as an edit by an officer does, so that the next start does not reset the indicator.
 */
async function askForParts() {
  const { startEmbeddedDatabase } = await import(
    pathToFileURL(path.join(root, 'apps/api/dist/database/embedded.js')).href
  );
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
  const { origin } = server;
  const cookie = await signIn(origin, 'reporter.kgz@demo.example');
  const file = asSheet ? await workbook(parts) : Buffer.from(table(parts));
  console.log(`${rows} rows, ${(file.length / 2 ** 20).toFixed(1)} MB`);
  const before = memory();
  let most = before;
  const sampling = setInterval(() => (most = Math.max(most, memory())), 100);
  const body = new FormData();
  body.append('file', new Blob([file]), asSheet ? 'bench.xlsx' : 'bench.csv');
  const headers = { cookie, 'x-qadam': '1' };
  const start = performance.now();
  const since = processorTime(server.pid);
  const { job } = await call(`${origin}/imports?country=KGZ&cycle=2025&lang=en`, {
    method: 'POST',
    headers: { ...headers, prefer: 'respond-async' },
    body,
  });
  const look = async () => {
    const summary = 'summary { rows new changed same rejected errors }';
    const query = `query ($job: ID!) { importJob(id: $job) { state ${summary} } }`;
    return (await ask(origin, cookie, query, { job })).importJob;
  };
  let looked = await look();
  while (looked.state === 'READING' && seconds(start) < TIMEOUT_S) {
    await wait(ASKED_EVERY_MS);
    looked = await look();
  }
  const checked = seconds(start);
  console.log(`check   ${checked.toFixed(1)} s, ${told(since)}, ${looked.state}`, looked.summary);
  const afterCheck = performance.now();
  const sinceCheck = processorTime(server.pid);
  const { commitImport } = await ask(
    origin,
    cookie,
    'mutation ($job: ID!) { commitImport(job: $job) { job { state } problems { code } } }',
    { job },
  );
  const stored = seconds(afterCheck);
  const { job: done, problems } = commitImport;
  const ended = `${told(sinceCheck)}, ${done.state}`;
  console.log(`commit  ${stored.toFixed(1)} s, ${ended}`, problems.length > 0 ? problems : '');
  const came = checked + stored;
  console.log(`together ${came.toFixed(1)} s`);
  console.log(`memory  ${before} MB before, ${most} MB at most; promised: ${PROMISED_MB} MB more`);
  if (done.state !== 'COMMITTED') return 1;
  const officer = await signIn(origin, 'officer@demo.example');
  const handing = await act('hand in', cookie, HAND_IN, {
    input: { area: 'KGZ', cycle: 2025, import: job, idempotencyKey: 'bench-hand-in' },
  });
  const submission = handing.answer.submission.id;
  const approval = await act('approve', officer, APPROVE, {
    input: { submission, expectedValues: rows, idempotencyKey: 'bench-approve' },
  });
  const copied = own ? await copy() : undefined;
  if (published > rows) await approveElsewhere(published - rows);
  const [, resting] = await readWhile(pagesOf(parts, ['en']), () => wait(READ_AT_REST_MS));
  const beforeRelease = memory();
  const mostBefore = most;
  most = beforeRelease;
  const [preview, previewing] = await readWhile(pagesOf(parts, ['ru', 'kk']), () =>
    act('preview', officer, PREVIEW, {}),
  );
  const [release, releasing] = await readWhile(pagesOf(parts, ['ky', 'tg', 'uz']), () =>
    act('publish', officer, PUBLISH, {
      input: {
        ...{ asOfYear: 2025, annual: false, previewHash: preview.answer.previewHash },
        ...{ note: [{ lang: 'en', text: 'Bench' }], idempotencyKey: 'bench-publish' },
      },
    }),
  );
  clearInterval(sampling);
  console.log(
    `memory  ${beforeRelease} MB before the preview, ${most} MB at most until it is published`,
  );
  for (const [name, read] of Object.entries({ resting, previewing, releasing }))
    console.log(`pages, ${name}: ${read}`);
  const acts = [handing, approval, preview, release];
  const goal = (text, measured, kept) =>
    console.log(
      `| ${text} | ${measured ?? '–'} | ${measured ? (kept ? 'kept' : 'NOT kept') : 'not measured'} |`,
    );
  console.log(`\n| goal, of ${rows} rows | measured | |\n| --- | --: | --: |`);
  goal('check and commit ≤ 15 s', `${came.toFixed(1)} s`, came <= 15);
  const ratio = copied && copied / came;
  goal('check and commit ≥ 0.35 × COPY', ratio?.toFixed(2), ratio >= 0.35);
  goal('hand in ≤ 3 s', `${handing.took.toFixed(1)} s`, handing.took <= 3);
  goal('approve ≤ 3 s', `${approval.took.toFixed(1)} s`, approval.took <= 3);
  const most_s = published > 100_000 ? 90 : published > 2000 ? 15 : 3;
  const written = release.answer.number && `${release.took.toFixed(1)} s`;
  goal(`release of ${published} values ≤ ${most_s} s`, written, release.took <= most_s);
  const longest = Math.max(...acts.map(({ waited }) => waited));
  goal('others wait ≤ 50 ms', `${longest.toFixed(0)} ms`, longest <= 50);
  if (approval.answer.approved !== rows) return 1;
  // the memory goal does not apply to planning the disclosure of more values than the file has
  const held = published > rows ? mostBefore : Math.max(mostBefore, most);
  return held - before < PROMISED_MB ? 0 : 1;
}

/** Alternates between pages that nobody has asked for yet and a stored one; only the stored one when the others have run out. */
function* pagesOf({ codes }, languages) {
  const stored = { kind: 'stored', address: '/en' };
  for (const lang of languages)
    for (const code of codes) {
      yield { kind: 'first', address: `/${lang}/indicators/${code}` };
      yield stored;
    }
  for (;;) yield stored;
}

/** Does some work while a reader asks for pages; returns the result, and how long the pages took. */
async function readWhile(addresses, work) {
  const took = { first: [], stored: [] };
  let over = false;
  const reading = (async () => {
    while (!over) {
      const { value: page } = addresses.next();
      const asked = performance.now();
      const answer = await fetch(`${server.origin}${page.address}`);
      await answer.text();
      if (!answer.ok) throw new Error(`${page.address}: ${answer.status}`);
      took[page.kind].push(performance.now() - asked);
      await wait(READ_EVERY_MS);
    }
  })();
  const [done] = await Promise.all([work().finally(() => (over = true)), reading]);
  const told = Object.entries(took).map(([kind, times]) => {
    const sorted = times.sort((a, b) => a - b);
    const at = (share) => sorted[Math.floor(sorted.length * share)]?.toFixed(0) ?? '–';
    return `${kind} ${at(0.5)} ms, 95th of a hundred ${at(0.95)} ms of ${sorted.length}`;
  });
  return [done, told.join('; ')];
}

/** Copies the values of the file to other countries and years, as if they had been imported, submitted and approved. */
async function approveElsewhere(wanted) {
  if (!own) throw new Error('More values than those of the file need the DATABASE_URL.');
  const { default: pg } = await import(ofApi('pg'));
  const client = new pg.Client({ connectionString: own });
  await client.connect();
  await client.query('begin');
  let left = wanted;
  for (const [at, { area, year }] of ELSEWHERE.entries()) {
    if (left <= 0) break;
    const number = `${area}-BENCH-${at}`;
    const anew = (column) => `md5(${column}::text || '${number}')::uuid`;
    const cells = `(select o.*, r.id as of_revision from work.observation o join work.revision r on r.id = o.current_revision
      where o.area = 'KGZ' and o.year = 2025 and o.age like 'Y%' and o.breakdown like 'K%' order by o.id limit ${left}) o
      join work.revision r on r.id = o.of_revision`;
    const { rowCount } = await client.query(`insert into work.observation
        (id, indicator, area, year, sex, age, urbanisation, region, breakdown, state, version, current_revision)
      select ${anew('o.id')}, o.indicator, '${area}', ${year}, o.sex, o.age, o.urbanisation, o.region, o.breakdown, 'APPROVED', 3, ${anew('r.id')} from ${cells}`);
    await client.query(`insert into work.revision
        (id, observation, area, number, value, obs_status, source_text, comment, via, author)
      select ${anew('r.id')}, ${anew('o.id')}, '${area}', 1, r.value, r.obs_status, r.source_text, r.comment, r.via, r.author from ${cells}`);
    const { rows: handed } = await client.query(
      `insert into work.submission (id, number, cycle, area, submitted_by)
        select gen_random_uuid(), '${number}', 2025, '${area}', id from work.user_account where email = $1 returning id`,
      [`reporter.${area.toLowerCase()}@demo.example`],
    );
    await client.query(
      `insert into work.submission_revision (submission, revision) select $1, ${anew('r.id')} from ${cells}`,
      [handed[0].id],
    );
    await client.query(`insert into work.review (id, observation, revision, decision, reviewer)
      select gen_random_uuid(), ${anew('o.id')}, ${anew('r.id')}, 'APPROVED', u.id from ${cells},
        (select id from work.user_account where email = 'officer@demo.example') u`);
    left -= rowCount;
  }
  await client.query('commit');
  await client.end();
  console.log(`approved elsewhere: ${wanted - left}`);
}

/** Does one act of a desk, and measures the longest time that another request waited meanwhile. */
async function act(name, cookie, query, variables) {
  let waited = 0;
  let over = false;
  const others = (async () => {
    while (!over) {
      const asked = performance.now();
      await fetch(`${server.origin}/health/live`).then((answer) => answer.text());
      waited = Math.max(waited, performance.now() - asked);
      await wait(5);
    }
  })();
  const since = performance.now();
  const before = processorTime(server.pid);
  const { answer } = await ask(server.origin, cookie, query, variables);
  const took = seconds(since);
  const processor = told(before);
  over = true;
  await others;
  console.log(
    `${name} ${took.toFixed(1)} s, ${processor}, others waited ${waited.toFixed(0)} ms`,
    JSON.stringify(answer).slice(0, 300),
  );
  return { took, waited, answer };
}

/** How many seconds PostgreSQL takes to COPY the same rows into the same tables, for another country. */
async function copy() {
  const data = process.env['QADAM_POSTGRES_DATA'];
  if (!data) return undefined;
  const { default: pg } = await import(ofApi('pg'));
  const client = new pg.Client({ connectionString: own });
  await client.connect();
  const anew = (column) => `md5(${column}::text || 'copy')::uuid`;
  const cells = `from work.observation o join work.revision r on r.id = o.current_revision
    where o.area = 'KGZ' and o.year = 2025 and o.age like 'Y%' and o.breakdown like 'K%'`;
  const tables = {
    'observation (id, indicator, area, year, sex, age, urbanisation, region, breakdown, state, version, current_revision)': `select
      ${anew('o.id')}, o.indicator, 'KAZ', o.year, o.sex, o.age, o.urbanisation, o.region, o.breakdown, 'DRAFT', 1, ${anew('r.id')} ${cells}`,
    'revision (id, observation, area, number, value, obs_status, source_text, comment, via, author)': `select
      ${anew('r.id')}, ${anew('o.id')}, 'KAZ', 1, r.value, r.obs_status, r.source_text, r.comment, r.via, r.author ${cells}`,
  };
  const files = Object.keys(tables).map((_, at) => path.join(data, `bench-copy-${at}`));
  for (const [at, query] of Object.values(tables).entries())
    await client.query(`copy (${query}) to '${files[at]}'`);
  const since = performance.now();
  const before = processorTime(server.pid);
  await client.query('begin');
  for (const [at, table] of Object.keys(tables).entries())
    await client.query(`copy work.${table} from '${files[at]}'`);
  await client.query('commit');
  const took = seconds(since);
  const processor = told(before);
  await client.end();
  console.log(`COPY    ${took.toFixed(1)} s, ${processor}`);
  return took;
}

function seconds(since) {
  return (performance.now() - since) / 1000;
}

function told(before) {
  const { ours, database } = processorTime(server.pid);
  const of = (now, then) => (now - then).toFixed(1);
  const text = `processor: server ${of(ours, before.ours)} s`;
  return database === null ? text : `${text}, PostgreSQL ${of(database, before.database)} s`;
}

/** The memory of the whole process in MB, including an embedded database. */
function memory() {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
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
          // a first value that is far from the known ones can only be submitted with a comment
          'As the register has it',
        ];
      }
    }
  }
}

function table(parts) {
  return [HEAD, ...cells(parts)].map((row) => row.join(',')).join('\n');
}

/** The address of a library of the api. */
function ofApi(name) {
  const library = createRequire(path.join(root, 'apps/api/package.json')).resolve(name);
  return pathToFileURL(library).href;
}

async function workbook(parts) {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({ sheets: [{ name: 'Data', rows: [HEAD, ...cells(parts)] }] });
}
