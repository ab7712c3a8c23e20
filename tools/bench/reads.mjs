// Compares public reads with PostGraphile 5, a bare `pg` server and one with constant answers, on one throw-away PostgreSQL. Build first.
//   node tools/postgres.mjs node tools/bench/reads.mjs [--shapes 10000,100000,1000000,indicators] [--smoke] [--json file]
// A shape is a number of values, or `indicators`: 100,000 values of 5,000 indicators.
// The servers are asked the same in turns, over a few connections at once, so that all meet the same conditions. A first read asks for a
// release that was not asked for before; a repeated read asks for the same thing again and again. Exits with 1 if an answer was wrong or
// missing, never because of a time.
import os from 'node:os';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { bytesOf, Connection } from './connection.mjs';
import { grow, subjects } from './grow.mjs';
import { installPostgraphile } from './peers.mjs';
import { processorTime } from './processor.mjs';
import { askedAt, asking, isRight, QUESTIONS, wrong } from './questions.mjs';
import { goalsOf, report, writeJson } from './report.mjs';
import {
  bench,
  CONNECTIONS,
  request,
  start,
  startOurs,
  stop,
  withClient,
  withDatabase,
} from './throw-away.mjs';

const { values: given } = parseArgs({
  options: {
    shapes: { type: 'string', default: '10000,100000,1000000,indicators' },
    smoke: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
/** The most turns and seconds for one question, whichever ends first, but at least three turns. */
const [TURNS, SECONDS] = given.smoke ? [12, 0.4] : [10, 5];
/** First reads in a turn: there are 140 releases to ask about. */
const FIRST_READS = given.smoke ? 4 : 12;
/** How long a repeated read goes on before it is the next server's turn. */
const REPEATED_MS = given.smoke ? 30 : 100;
/** How long each server answers each question before it is measured: a process that has just started takes twice as long. */
const WARMING_MS = given.smoke ? 25 : 1000;
/** How often a file is downloaded, and for how many seconds at most. */
const [DOWNLOADS, DOWNLOAD_SECONDS] = given.smoke ? [1, 0.2] : [3, 2];
/** For a smaller file MB/s says nothing, because nearly all of the time passes before its first byte. */
const LARGE_FILE = 1_000_000;
/** How many releases are asked for before anything is measured, to compare the answers of the servers. */
const WARM = 4;
const FIRST = ['ours', 'postgraphile', 'bare'];
const REPEATED = ['ours', 'ours by GET', 'postgraphile', 'bare', 'constant'];
const shapes = (given.smoke ? '10000' : given.shapes).split(',').map((shape) => {
  if (shape === 'indicators') return { name: '5,000 indicators', rows: 100_000, indicators: 5000 };
  return { name: `${Number(shape).toLocaleString('en')} values`, rows: Number(shape) };
});

const missing = installPostgraphile();
const problems = [];
await bench(async () => {
  const results = {
    date: new Date().toISOString(),
    cores: os.cpus().length,
    missing,
    problems,
    shapes: [],
  };
  await withDatabase('demonstration', 'template1', async (url) => {
    await stop(await startOurs(url)); // the first start fills the database
    for (const shape of shapes) results.shapes.push(await measureShape(shape));
  });
  results.goals = goalsOf(results);
  console.log(report(results));
  writeJson(results, given.json);
  return problems.length === 0;
});

async function answered(server, side, question, asked) {
  const answer = await request(server, asking(side, question, asked));
  if (isRight(answer)) return answer;
  throw wrong(side, question, answer);
}

async function measureShape(shape) {
  return withDatabase('grown', 'demonstration', async (url) => {
    const known = await withClient(url, async (client) => {
      await grow(client, shape);
      return subjects(client);
    });
    const peer = (name) => start(name, 'tools/bench/peers.mjs', [name], { DATABASE_URL: url });
    const servers = {
      ours: await startOurs(url),
      bare: await peer('bare'),
      constant: await peer('constant'),
    };
    if (missing === null) servers.postgraphile = await peer('postgraphile');
    const result = { ...shape, values: known.values, first: {}, repeated: {} };
    const right = [];
    for (const question of QUESTIONS) {
      try {
        for (let n = 0; n < WARM; n += 1) await compare(servers, question, askedAt(n, known));
        right.push(question);
      } catch (error) {
        problems.push(`${shape.name}: ${error.message}`); // the other questions are still measured
      }
    }
    const asOf = (side, question, n, more) =>
      bytesOf(asking(side, question, askedAt(n, known), more));
    const bytes = {};
    for (const question of right) {
      const { name } = question;
      const { body } = await answered(servers.ours, 'ours', question, askedAt(0, known));
      bytes[name] = body.length;
      await request(servers.constant, { path: `/${name}`, method: 'PUT', body });
      // warms up with releases that were asked for already; the variable n makes each request a new one
      await warm(servers, FIRST, question, (side, n) => asOf(side, question, n % WARM, { n }));
      await warm(servers, REPEATED, question, (side) => asOf(side, question, 0));
    }
    for (const question of right) {
      const { name } = question;
      result.first[name] = await measure(servers, FIRST, (side, turn) => {
        const from = WARM + turn * FIRST_READS;
        const all = Array.from({ length: FIRST_READS }, (_, n) => asOf(side, question, from + n));
        return (connection) => askEach(connection, all, side, question);
      });
      const repeated = await measure(servers, REPEATED, (side) => {
        const same = asOf(side, question, 0);
        return (connection) => askAgain(connection, same, side, question);
      });
      result.repeated[name] = { bytes: bytes[name], ...repeated };
      await compare(servers, question, askedAt(0, known)); // cached answers must still be right
      console.error(`${shape.name}: ${name}`);
    }
    result.downloads = await measureDownloads(servers.ours, known);
    await Promise.all(Object.values(servers).map(stop));
    return result;
  });
}

/** Fails unless all servers give the same figures. */
async function compare(servers, question, asked) {
  const told = [];
  for (const side of ['ours', 'ours by GET', 'postgraphile', 'bare']) {
    const server = servers[side.split(' ')[0]];
    if (!server) continue;
    const answer = JSON.parse((await answered(server, side, question, asked)).body);
    const figures = server === servers.ours ? question.ours : question.peers;
    told.push({ side, figures: figures(answer.data ?? answer, asked).sort() });
  }
  const other = told.find(({ figures }) => !isDeepStrictEqual(figures, told[0].figures));
  if (told[0].figures.length === 0) throw new Error(`${question.name}: no figures`);
  if (!other) return;
  const [ours, theirs] = [told[0].figures, other.figures];
  const only = (these, others) => these.filter((figure) => !others.includes(figure)).slice(0, 5);
  throw new Error(
    `${question.name}: of ${ours.length} and ${theirs.length} figures only ours says ${only(ours, theirs)}, only ${other.side} says ${only(theirs, ours)}`,
  );
}

/** Warms up the servers. Answers must be right: a refusal is quick, and would leave the server cold. */
async function warm(servers, sides, question, bytesFor) {
  for (const side of sides) {
    const server = servers[side.split(' ')[0]];
    if (!server) continue;
    let count = 0;
    const until = performance.now() + WARMING_MS;
    const askOn = async () => {
      const connection = new Connection(server.port);
      while (performance.now() < until) {
        const n = count;
        count += 1;
        const answer = await connection.ask(bytesFor(side, n), n === 0);
        if (answer.status !== 200 || (n === 0 && !isRight(answer)))
          throw wrong(side, question, answer);
      }
      connection.close();
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, askOn));
  }
}

/** The times of the requests in milliseconds. The connections share the list `all`; each takes the next request from it. */
async function askEach(connection, all, side, question) {
  const times = [];
  for (let bytes = all.pop(); bytes !== undefined; bytes = all.pop()) {
    const began = performance.now();
    const answer = await connection.ask(bytes, true);
    times.push(performance.now() - began);
    if (!isRight(answer)) throw wrong(side, question, answer);
  }
  return times;
}

/** Sends the same request again and again. Checks the first answer; the others must have the same length. */
async function askAgain(connection, bytes, side, question) {
  const times = [];
  const until = performance.now() + REPEATED_MS;
  let first = null;
  for (let began = performance.now(); began < until;) {
    const answer = await connection.ask(bytes, first === null);
    if (first === null && !isRight(answer)) throw wrong(side, question, answer);
    first ??= answer;
    if (answer.status !== 200 || answer.bytes !== first.bytes) throw wrong(side, question, answer);
    const ended = performance.now();
    times.push(ended - began);
    began = ended;
  }
  return times;
}

/**
 * Requests per second are the median of all turns, so that a pause of the machine in one turn does not count against a server. The
 * processor time is that of the server and of PostgreSQL together, for one request.
 */
async function measure(servers, sides, asksOf) {
  const here = sides
    .filter((side) => servers[side.split(' ')[0]])
    .map((side) => {
      const { child, port } = servers[side.split(' ')[0]];
      const connections = Array.from({ length: CONNECTIONS }, () => new Connection(port));
      return { side, pid: child.pid, connections, times: [], rates: [], processor: 0 };
    });
  const started = performance.now();
  for (let turn = 0; turn < TURNS; turn += 1) {
    if (turn >= 3 && performance.now() - started > SECONDS * 1000) break;
    for (const position of here.keys()) {
      const one = here[(position + turn) % here.length];
      const ask = asksOf(one.side, turn);
      const before = processorOf(one.pid);
      const from = performance.now();
      const times = (await Promise.all(one.connections.map(ask))).flat();
      one.rates.push((times.length * 1000) / (performance.now() - from));
      one.processor += processorOf(one.pid) - before;
      one.times.push(...times);
    }
  }
  return Object.fromEntries(
    here.map(({ side, connections, times, rates, processor }) => {
      for (const connection of connections) connection.close();
      return [
        side,
        {
          p50: at(times, 0.5),
          p95: at(times, 0.95),
          perSecond: at(rates, 0.5),
          processor: (processor * 1000) / times.length,
        },
      ];
    }),
  );
}

function processorOf(server) {
  if (process.platform !== 'linux') return NaN;
  const { ours, database } = processorTime(server);
  return ours + database;
}

function at(times, share) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)];
}

/** Downloads each format of releases not asked for before: time to the first byte (median of three), MB/s after it, and MB/s in all. */
async function measureDownloads(ours, known) {
  const question = QUESTIONS.find(({ name }) => name === 'openData');
  const taken = {};
  for (let n = 0; n < DOWNLOADS; n += 1) {
    const asked = askedAt(known.releases.length - known.lastReal - 1 - n, known);
    const { openData } = JSON.parse((await answered(ours, 'ours', question, asked)).body).data;
    for (const { id, path: where } of [...openData.files, ...openData.standards]) {
      const { status, body, ms, first } = await request(ours, {
        path: where,
        until: DOWNLOAD_SECONDS,
      });
      if (status !== 200) throw new Error(`${where}: ${status}`);
      const bytes = body.length;
      const perSecond = bytes < LARGE_FILE ? undefined : bytes / 1000 / (ms - first);
      (taken[id] ??= []).push({ first, perSecond, inAll: bytes / 1000 / ms, bytes });
    }
  }
  return Object.fromEntries(
    Object.entries(taken).map(([id, all]) => [
      id,
      all.toSorted((a, b) => a.first - b.first)[Math.floor(all.length / 2)],
    ]),
  );
}
