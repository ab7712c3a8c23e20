// Plain JavaScript on purpose: src/, dist/ and Jest all start this same file.
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { zstdDecompressSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { dataDir as emptyCluster } from '@electric-sql/pglite-prepopulatedfs';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** The start time of a process, which makes its id unique, because ids are used again. Empty without /proc. */
function startTime(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[19];
  } catch {
    return '';
  }
}

function isAlive(pid, started) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return startTime(pid) === started;
}

// PGlite does not lock its folder: two processes with it open would lose each other's writes without an error.
function lock(folder) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const file = `${folder}.lock`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, `${process.pid} ${startTime(process.pid)}`);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const [pid, started = ''] = readFileSync(file, 'utf8').split(' ');
      if (isAlive(Number(pid), started))
        throw new Error(`The embedded database ${folder} is in use by process ${pid}.`);
      rmSync(file, { force: true });
    }
  }
  throw new Error(`The embedded database ${folder} could not be locked.`);
}

/**
 * Writes the files of an archive (tar, as PGlite dumps its folder) into a folder that gets its name only when it is complete. PGlite would do it
 * through its own file system, which takes five times as long.
 */
function unpack(archive, folder) {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const bytes = zstdDecompressSync(readFileSync(archive));
  const field = (from, to) => bytes.toString('latin1', from, to).replace(/\0.*/s, '');
  for (let at = 0; bytes[at] > 0;) {
    const target = path.join(unfinished, field(at + 345, at + 500), field(at, at + 100));
    const isFolder = field(at + 156, at + 157) === '5';
    const begin = at + 512;
    const end = begin + Number.parseInt(field(at + 124, at + 136), 8);
    if (isFolder) mkdirSync(target, { recursive: true });
    else writeFileSync(target, bytes.subarray(begin, end));
    at = begin + Math.ceil((end - begin) / 512) * 512;
  }
  renameSync(unfinished, folder);
}

/**
 * What a new database starts from: the tables that the build has made, or else an empty cluster of PostgreSQL that PGlite's authors prepared,
 * because initdb takes seconds in WebAssembly.
 */
async function beginning({ folder, image, cluster }) {
  // no Blob, which would copy its content piece by piece
  if (image) return { arrayBuffer: async () => readFileSync(image).buffer };
  if (cluster && !existsSync(folder) && existsSync(cluster)) unpack(cluster, folder);
  if (folder && existsSync(path.join(folder, 'PG_VERSION'))) return undefined;
  return emptyCluster();
}

/** Parse, Bind, Describe, Execute, Close and Flush: more of the same statement follows, until Sync. */
const GOES_ON = new Set(Buffer.from('PBDECH'));
const [FLUSH] = Buffer.from('H');
/** Answers are sent in pieces of at least this size, because sending one alone takes as long as making it. */
const PIECE = 64 * 1024;

const [PARSE, QUERY, REFUSED] = Buffer.from('PQE');
/** PGlite's name for its only database. */
const DATABASE = 'postgres';
/**
 * The mark of a statement with the role it runs as and the countries it is limited to (src/database/connection.ts). Without a mark it runs as the
 * owner.
 */
const MARK = /^\/\*as (\w+) ([\w ]*)\*\//;
const IS_MARKED = /^\/\*as /;
/** Enough for hundreds of countries. */
const LONGEST_MARK = 4096;

/** The beginning of a statement's text, with its mark; undefined if the message does not begin a statement. */
function textOf(message) {
  if (message[0] !== PARSE && message[0] !== QUERY) return undefined;
  const from = message[0] === QUERY ? 5 : message.indexOf(0, 5) + 1;
  return Buffer.from(message.subarray(from, from + LONGEST_MARK)).toString('latin1');
}

/**
 * The mark of a statement, and the change of session for it. An unreadable mark is refused: if it were ignored, the statement would run as the owner.
 */
function changeOf(text) {
  const [mark, role, area] = MARK.exec(text) ?? [];
  if (mark) return [mark, `set role ${DATABASE}_${role}; set qadam.area = '${area}'`];
  return IS_MARKED.test(text)
    ? [text, `do $$ begin raise 'as whom a statement is run cannot be read'; end $$`]
    : ['', 'reset role'];
}

function simpleQuery(sql) {
  const text = Buffer.from(`${sql}\0`);
  const head = Buffer.alloc(5);
  head[0] = QUERY;
  head.writeInt32BE(text.length + 4, 1);
  return Buffer.concat([head, text]);
}

/** Does an answer contain an error? */
function isRefused(answer) {
  for (let at = 0; at < answer.length; at += 1 + answer.readInt32BE(at + 1))
    if (answer[at] === REFUSED) return true;
  return false;
}

/**
 * The part of PGlite that the server uses. The server passes on one message at a time, from several connections in any order. But a statement with
 * parameters has several messages, and PGlite has one session for all, so the parameters of one connection would be bound to the statement of
 * another, and rows would go to the wrong one. So other statements wait until one is complete, as the server makes them wait for a transaction, and
 * then it is executed at once. It runs as its mark says: the session is changed before a statement that runs as somebody else than the last one,
 * which never happens inside a transaction.
 */
function statementByStatement(db) {
  let parts = [];
  let goesOn = false;
  let mark = '';

  /** The answer if the change was refused; the statement is not run then. */
  async function standAs(text) {
    const [wanted, change] = changeOf(text);
    if (wanted === mark) return undefined;
    mark = null;
    const answers = [];
    await db.execProtocolRawStream(simpleQuery(change), {
      onRawData: (answer) => answers.push(Buffer.from(answer)),
    });
    const answer = Buffer.concat(answers);
    if (isRefused(answer)) return answer;
    mark = wanted;
    return undefined;
  }
  return {
    waitReady: db.waitReady,
    isInTransaction: () => goesOn || db.isInTransaction(),
    runExclusive: (work) => db.runExclusive(work),
    // the server calls this to undo what a connection left that ended in the middle of something
    exec: (sql) => {
      parts = [];
      goesOn = false;
      return db.exec(sql);
    },
    execProtocolRawStream: async (message, { onRawData }) => {
      parts.push(message);
      goesOn = GOES_ON.has(message[0]);
      if (goesOn && message[0] !== FLUSH) return;
      const statement = Buffer.concat(parts);
      const text = textOf(parts[0]);
      parts = [];
      const refusal = text === undefined ? undefined : await standAs(text);
      if (refusal !== undefined) {
        onRawData(refusal);
        return;
      }
      let answers = [];
      let size = 0;
      const send = () => {
        if (size > 0) onRawData(Buffer.concat(answers));
        answers = [];
        size = 0;
      };
      await db.execProtocolRawStream(statement, {
        onRawData: (answer) => {
          answers.push(Buffer.from(answer));
          size += answer.length;
          if (size >= PIECE) send();
        },
      });
      send();
    },
  };
}

/** Instead of the usual 128 MB, which are filled with zeros at every start: that takes longer than all the rest of it. */
const SHARED_BUFFERS = 'shared_buffers=16MB';

/** The file gets its name only when it is complete, because others may wait for it. */
async function dump(db, file) {
  const image = await db.dumpDataDir('none');
  const unfinished = `${file}.${randomUUID()}`;
  writeFileSync(unfinished, Buffer.from(await image.arrayBuffer()));
  renameSync(unfinished, file);
}

/** Other users of the machine must not read the files of the database, as with PostgreSQL's own. */
function closeToOthers(folder) {
  mkdirSync(folder, { recursive: true });
  try {
    chmodSync(folder, 0o700);
  } catch (error) {
    // a mounted folder may belong to somebody else, who has to close it
    if (error.code !== 'EPERM') throw error;
  }
}

async function compile() {
  const file = new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'));
  return WebAssembly.compile(await readFile(file));
}

/** Compiled once for all databases that the thread starts, as tests do; V8 shares the code between threads. */
let compiled;

async function create(options) {
  const { folder } = options;
  compiled ??= compile();
  const loadDataDir = await beginning(options);
  if (folder) closeToOthers(folder);
  return PGlite.create({
    pgliteWasmModule: await compiled,
    startParams: [...PGlite.defaultStartParams, '-c', SHARED_BUFFERS],
    ...(folder ? { dataDir: folder } : {}),
    ...(loadDataDir ? { loadDataDir } : {}),
  });
}

/**
 * Stopped databases that were started from an image, by its file. The next start from the same image uses one of them, brought back to its initial
 * state.
 */
const rested = new Map();

/** Only tests start databases from images, hundreds of times. */
async function createFromImage(options) {
  const { image } = options;
  let known = rested.get(image);
  rested.delete(image);
  if (known) known.rewind();
  else {
    // not part of the product: its container has no src/testing
    const { remember } = await import('../src/testing/rewind.mjs');
    const db = await create(options);
    known = { db, ...(await remember(db)) };
  }
  const { db, canRewind } = known;
  return {
    db,
    close: async () => {
      await db.exec('rollback'); // after the server has undone what interrupted connections left
      if (await canRewind()) rested.set(image, known);
      else await db.close();
    },
  };
}

async function createAlone(options) {
  const db = await create(options);
  return { db, close: () => db.close() };
}

async function open(options) {
  const unlock = options.folder ? lock(options.folder) : () => {};
  try {
    const { db, close } = await (options.image ? createFromImage : createAlone)(options);
    const server = new PGLiteSocketServer({
      db: statementByStatement(db),
      host: '127.0.0.1',
      port: 0,
      maxConnections: 50,
    });
    await server.start();
    return { db, close, server, unlock };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Databases are opened one after another, and requests are handled one after another. */
let opened;
const WISHES = {
  start: async (options) => {
    opened = await open(options);
    return { port: Number(opened.server.getServerConn().split(':').pop()) };
  },
  dump: (file) => dump(opened.db, file),
  stop: async () => {
    const { close, server, unlock } = opened;
    await server.stop();
    await close();
    unlock();
  },
};
parentPort.on('message', async ([name, argument]) => {
  try {
    parentPort.postMessage((await WISHES[name](argument)) ?? {});
  } catch (error) {
    parentPort.postMessage({ error: error.message });
  }
});
