// The servers with which reads.mjs compares ours, each in a process of its own: node peers.mjs <constant|bare|postgraphile>
// node peers.mjs install: installs PostGraphile in advance.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.join(import.meta.dirname, '../..');
const installed = path.join(root, '.cache/bench');

/** Installs PostGraphile, which is no dependency of the product, from the lock beside this file. Null, or why it could not. */
export function installPostgraphile() {
  const files = ['package.json', 'package-lock.json'];
  const text = (folder, file) =>
    existsSync(path.join(folder, file)) && readFileSync(path.join(folder, file), 'utf8');
  const isThere = existsSync(path.join(installed, 'node_modules/.package-lock.json')); // npm writes this file last
  if (isThere && files.every((file) => text(installed, file) === text(import.meta.dirname, file)))
    return null;
  mkdirSync(installed, { recursive: true });
  for (const file of files)
    copyFileSync(path.join(import.meta.dirname, file), path.join(installed, file));
  const run = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: installed,
    encoding: 'utf8',
    timeout: 180_000,
  });
  return run.status === 0 ? null : (run.stderr || String(run.error ?? run.signal)).split('\n')[0];
}

/** Loads a library of the api, or of the folder in which PostGraphile is installed. */
export async function library(name, folder = path.join(root, 'apps/api')) {
  const file = createRequire(path.join(folder, 'package.json')).resolve(name);
  const loaded = await import(pathToFileURL(file).href);
  return loaded.default ?? loaded;
}

async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

const answer = (response, body) =>
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    })
    .end(body);

/** Answers each address with the body that was PUT there before. */
function constant() {
  const kept = new Map();
  return http.createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.method === 'PUT') kept.set(request.url, body);
    answer(response, kept.get(request.url) ?? '');
  });
}

/** One prepared statement for each question, which writes the JSON in the database. */
async function bare(connectionString) {
  // not imported at the top: an older Node, which may run `install`, lacks functions that are used there
  const { QUESTIONS } = await import('./questions.mjs');
  const { Pool } = await library('pg');
  const pool = new Pool({ connectionString, max: 10 });
  return http.createServer(async (request, response) => {
    const name = request.url.slice(1);
    if (name === '') return answer(response, ''); // a request that only tests whether the server runs
    const variables = JSON.parse(await bodyOf(request));
    const { asked, sql } = QUESTIONS.find((question) => question.name === name).bare;
    const values = asked.map((key) => variables[key]);
    try {
      const found = await pool.query({ name, text: sql, values });
      answer(response, found.rows[0].answer);
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  });
}

async function postgraphile(connectionString) {
  const from = (name) => library(name, installed);
  const { postgraphile: create } = await from('postgraphile');
  const { PostGraphileAmberPreset } = await from('postgraphile/presets/amber');
  const { makePgService } = await from('postgraphile/adaptors/pg');
  const { grafserv } = await from('postgraphile/grafserv/node');
  const { addPgTableCondition } = await from('postgraphile/utils');
  const { listOfCodec, TYPES } = await from('postgraphile/@dataplan/pg');
  const { QUESTIONS } = await import('./questions.mjs');
  // adds conditions for one of many codes: those of PostGraphile only compare with one
  const lists = new Map(
    QUESTIONS.flatMap((question) => question.lists).map((list) => [JSON.stringify(list), list]),
  );
  const isIn = [...lists.values()].map(({ table, column }) =>
    addPgTableCondition(
      { schemaName: 'publication', tableName: table },
      `${column === 'id' ? 'rowId' : column}In`,
      ({ graphql: { GraphQLList, GraphQLNonNull, GraphQLString } }) => ({
        type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
      }),
      (codes, { sql, sqlTableAlias, sqlValueWithCodec }) =>
        sql`${sqlTableAlias}.${sql.identifier(column)} = any(${sqlValueWithCodec(codes, listOfCodec(TYPES.text))})`,
    ),
  );
  const served = create({
    extends: [PostGraphileAmberPreset],
    plugins: isIn,
    // with this plugin there would be no conditions on columns that begin no index
    disablePlugins: ['PgIndexBehaviorsPlugin', 'MutationPlugin'],
    pgServices: [makePgService({ connectionString, schemas: ['publication'] })],
    grafserv: { graphiql: false, watch: false },
    grafast: { explain: false },
  }).createServ(grafserv);
  const server = http.createServer();
  await served.addTo(server);
  return server;
}

if (process.argv[1] === import.meta.filename && process.argv[2] === 'install') {
  const missing = installPostgraphile();
  if (missing !== null) {
    console.error(missing);
    process.exitCode = 1;
  }
} else if (process.argv[1] === import.meta.filename) {
  const server = await { constant, bare, postgraphile }[process.argv[2]](process.env.DATABASE_URL);
  server.keepAliveTimeout = 60_000;
  server.listen(Number(process.env.PORT), '127.0.0.1');
}
