// Compares first reads and the first bytes of files of few and of very many values, on one throw-away PostgreSQL. Build first.
//   node tools/postgres.mjs node tools/bench/growth.mjs [--rows 10000,1000000] [--json file]
// Each of the two databases has a server of its own. They are asked in turns, one request at a time, each time about another release and in
// words not used before, so that nothing stored can answer. Exits with 1 if a request failed, never because of a time.
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { bytesOf, Connection } from './connection.mjs';
import { grow, subjects } from './grow.mjs';
import { processorTime } from './processor.mjs';
import { askedAt, asking, isRight, ofPage, QUESTIONS, wrong } from './questions.mjs';
import { number, range, table, word, writeJson } from './report.mjs';
import { bench, request, startOurs, stop, withClient, withDatabase } from './throw-away.mjs';

const { values: given } = parseArgs({
  options: { rows: { type: 'string', default: '10000,1000000' }, json: { type: 'string' } },
});
const [FEW, MANY] = given.rows.split(',').map(Number);
/** The goal (docs/design/quality.md, “Performance”). */
const MOST = 1.3;
/** Requests of a block: processor time is counted in hundredths of a second. */
const BLOCK = 10;
const BLOCKS = 12;
const WARMING = 60;
const FIRST_BYTES = 40;
/** For how long a server and PostgreSQL have to be at rest before the next file is asked for: they still end the one that was broken off. */
const REST_MS = 40;

const inYears = { from: 2015, to: 2024 };
const ofAction = ({ action }) => ({ code: action });
const several = (_, n, { indicators }) => ({
  indicators: Array.from({ length: 4 }, (_, at) => indicators[(n + at) % indicators.length]),
});
/**
 * The queries of public pages, and what they ask for beside what the questions of reads.mjs do. Left out are pages as of an earlier year, a
 * receipt, the changes of a brief, and data quality of the whole region. Search and Sources are always of the newest release.
 */
const PAGES = [
  { name: 'series', query: QUESTIONS.find(({ name }) => name === 'series').query },
  { name: 'Scorecard' },
  { name: 'IndicatorList' },
  { name: 'Indicator' },
  { name: 'Breakdowns', more: () => ({ ...inYears, first: 50 }) },
  { name: 'ComparedParts', more: () => inYears },
  { name: 'Action', more: ofAction },
  { name: 'ActionLog', more: ofAction },
  { name: 'Country' },
  { name: 'OpenData' },
  { name: 'Changes', more: () => ({ area: undefined }) },
  { name: 'Compare', more: several },
  { name: 'Search', more: () => ({ q: 'police' }) },
  { name: 'Sources' },
  { name: 'BriefCountry' },
  { name: 'BriefRegion' },
  { name: 'BriefCharts', more: several },
  { name: 'PublishedQualityOfCountry' },
].map(({ name, query = ofPage(name), more = () => ({}) }) => ({ name, query, more }));

await bench(async () => {
  await withDatabase('demonstration', 'template1', async (demonstration) => {
    await stop(await startOurs(demonstration)); // the first start fills the database
    await withDatabase('few', 'demonstration', async (few) => {
      await withDatabase('many', 'demonstration', async (many) => {
        const sides = [await sideOf(few, FEW), await sideOf(many, MANY)];
        const pages = {};
        for (const page of PAGES) {
          pages[page.name] = await measurePage(sides, page);
          console.error(page.name);
        }
        const files = await measureFiles(sides);
        for (const { server } of sides) await stop(server);
        const result = { rows: [FEW, MANY], pages, files };
        console.log(report(result));
        writeJson(result, given.json);
      });
    });
  });
  return true;
});

async function sideOf(url, rows) {
  const known = await withClient(url, async (client) => {
    await grow(client, { rows });
    await client.query('checkpoint'); // otherwise it would be counted with what is measured
    return subjects(client);
  });
  const server = await startOurs(url);
  return { known, server };
}

/** Times by the clock, and what a request takes of the processor (ours and PostgreSQL's), in milliseconds; the size of an answer in bytes. */
async function measurePage(servers, page) {
  const sides = servers.map((one) => ({ ...one, connection: new Connection(one.server.port) }));
  const taken = sides.map(() => ({ times: [], bytes: 0, ours: 0, database: 0 }));
  for (const side of sides)
    for (let n = 0; n < WARMING; n += 1)
      await ask(side, page, (BLOCKS + 1) * BLOCK + (n % BLOCK), n);
  for (let block = 1; block <= BLOCKS; block += 1)
    for (const at of block % 2 === 0 ? [0, 1] : [1, 0]) {
      const [side, own] = [sides[at], taken[at]];
      const before = processorTime(side.server.child.pid);
      for (let n = block * BLOCK; n < (block + 1) * BLOCK; n += 1) {
        const { time, bytes } = await ask(side, page, n, WARMING + n);
        own.times.push(time);
        own.bytes += bytes;
      }
      const after = processorTime(side.server.child.pid);
      for (const part of ['ours', 'database']) own[part] += after[part] - before[part];
    }
  for (const { connection } of sides) connection.close();
  return taken.map(({ times, bytes, ours, database }) => ({
    ...ends(times),
    bytes: bytes / times.length,
    ours: (ours * 1000) / times.length,
    database: (database * 1000) / times.length,
  }));
}

/** `unique`: a variable that is not used makes the question a new one, also where it names no release. */
async function ask({ known, connection }, { name, query, more }, n, unique) {
  const asked = askedAt(n, known);
  const question = asking('ours', { query }, { ...asked, ...more(asked, n, known) }, { unique });
  const began = performance.now();
  const answer = await connection.ask(bytesOf(question), true);
  const time = performance.now() - began;
  if (!isRight(answer)) throw wrong('ours', { name }, answer);
  return { time, bytes: answer.bytes };
}

async function measureFiles(sides) {
  const openData = QUESTIONS.find(({ name }) => name === 'openData');
  const taken = {};
  for (let n = 0; n < FIRST_BYTES + 2; n += 1)
    for (const at of n % 2 === 0 ? [0, 1] : [1, 0]) {
      const { known, server } = sides[at];
      const asked = asking('ours', openData, askedAt(n, known));
      const answer = await request(server, asked);
      if (!isRight(answer)) throw wrong('ours', openData, answer);
      const { files, standards } = JSON.parse(answer.body).data.openData;
      for (const { id, path } of [...files, ...standards]) {
        const { status, first } = await request(server, { path, until: 0 });
        if (status !== 200) throw new Error(`${path}: ${status}`);
        await atRest(server);
        if (n >= 2) (taken[id] ??= [[], []])[at].push(first);
      }
    }
  return Object.fromEntries(Object.entries(taken).map(([id, both]) => [id, both.map(ends)]));
}

async function atRest({ child }) {
  const used = () => Object.values(processorTime(child.pid)).reduce((sum, time) => sum + time);
  for (let before = NaN; before !== used();) {
    before = used();
    await wait(REST_MS);
  }
}

function ends(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(sorted.length * share)];
  return { p50: at(0.5), p95: at(0.95) };
}

function report({ rows, pages, files }) {
  const [few, many] = rows.map((count) => count.toLocaleString('en'));
  const grew = ([before, after], of) => of(after) / of(before);
  const clock = ({ p50, p95 }) => `${number(p50)} / ${number(p95)} ms`;
  const processor = ({ ours, database }) => `${number(ours)} + ${number(database)}`;
  const all = ({ ours, database }) => ours + database;
  const byClock = (both) => [
    ...both.map(clock),
    ...['p50', 'p95'].map((at) => `${number(grew(both, (side) => side[at]))} ×`),
  ];
  const goal = (text, list, of) => {
    const values = Object.values(list).map((both) => grew(both, of));
    return [text, range(values), word(values.every((value) => value <= MOST))];
  };
  return [
    `### Growth from ${few} to ${many} values`,
    'Median and 95th of a hundred by the clock; processor time in ms, ours + PostgreSQL.',
    table(
      ['first read', 'kB', few, many, 'p50 grew', 'p95 grew', few, many, 'grew'],
      Object.entries(pages).map(([name, both]) => [
        ...[name, both.map(({ bytes }) => number(bytes / 1000)).join(', '), ...byClock(both)],
        ...[...both.map(processor), `${number(grew(both, all))} ×`],
      ]),
    ),
    table(
      ['first byte', few, many, 'p50 grew', 'p95 grew'],
      Object.entries(files).map(([id, both]) => [id, ...byClock(both)]),
    ),
    table(
      [`goal, to ${many} values`, 'measured', ''],
      [
        goal(`p95 of first reads grew ≤ ${MOST} ×`, pages, ({ p95 }) => p95),
        goal('the same by processor time', pages, all),
        goal(`p95 of first bytes grew ≤ ${MOST} ×`, files, ({ p95 }) => p95),
      ],
    ),
  ].join('\n\n');
}
