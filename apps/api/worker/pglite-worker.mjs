// Plain JavaScript on purpose: the same file is started from src/, dist/ and Jest.
import { randomUUID } from 'node:crypto';
import {
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
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { dataDir as emptyCluster } from '@electric-sql/pglite-prepopulatedfs';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** A process id is used again some day; together with its start time it is not. Empty where there is no /proc. */
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

// PGlite does not lock its folder: two processes that open it lose each other's writes without an error.
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

/** What a new database begins with: PostgreSQL's own empty cluster, made once by PGlite's authors, since initdb in WebAssembly takes seconds. */
async function beginning(folder, image) {
  // not a Blob, which copies what it holds piece by piece
  if (image) return { arrayBuffer: async () => readFileSync(image).buffer };
  if (folder && existsSync(path.join(folder, 'PG_VERSION'))) return undefined;
  return emptyCluster();
}

/** Parse, Bind, Describe, Execute, Close and Flush: more of the same statement follows, until Sync. */
const GOES_ON = new Set(Buffer.from('PBDECH'));
const [FLUSH] = Buffer.from('H');
/** Answers are sent in pieces of at least this size: each alone takes as long to send as to make. */
const PIECE = 64 * 1024;

const [PARSE, QUERY, REFUSED] = Buffer.from('PQE');
/** What PGlite calls the only one that it has. */
const DATABASE = 'postgres';
/** As whom a statement is run (src/database/connection.ts): a role of this database, and the countries it is limited to. Without it: as the owner. */
const MARK = /^\/\*as (\w+) ([\w ]*)\*\//;
const IS_MARKED = /^\/\*as /;
/** Of hundreds of countries. */
const LONGEST_MARK = 4096;

/** The beginning of the text of a statement that begins with this message, with its mark; undefined where it has none. */
function textOf(message) {
  if (message[0] !== PARSE && message[0] !== QUERY) return undefined;
  const from = message[0] === QUERY ? 5 : message.indexOf(0, 5) + 1;
  return Buffer.from(message.subarray(from, from + LONGEST_MARK)).toString('latin1');
}

/** The mark of a statement, and what changes the session to it. One that cannot be read is refused: as none, it would be the owner's. */
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

/** Is there an error among the messages of an answer? */
function isRefused(answer) {
  for (let at = 0; at < answer.length; at += 1 + answer.readInt32BE(at + 1))
    if (answer[at] === REFUSED) return true;
  return false;
}

/**
 * What the server uses of PGlite. It passes on one message at a time, and those of several connections in any order; but a
 * statement with parameters is several messages, and PGlite has one session for all: one connection's parameters would be
 * bound to another's statement, and its rows go to the wrong one. So a statement keeps the others waiting until it is
 * complete, as the server lets a transaction do, and is then executed at once. It is run as who its mark names: the session is
 * changed before a statement that is of another than the last one, which is never amid a transaction.
 */
function statementByStatement(db) {
  let parts = [];
  let goesOn = false;
  let mark = '';

  /** What was answered where it was refused: the statement is not run then. */
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
    // by which the server undoes what a connection left that ended in the midst
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

/** Not the usual 128 MB: they are filled with zeros at every start, which takes longer than all else of it. */
const SHARED_BUFFERS = 'shared_buffers=16MB';

/** Under its name only when it is whole: others may wait for it. */
async function dump(db, file) {
  const image = await db.dumpDataDir('none');
  const unfinished = `${file}.${randomUUID()}`;
  writeFileSync(unfinished, Buffer.from(await image.arrayBuffer()));
  renameSync(unfinished, file);
}

async function create({ folder, image, wasm }) {
  const loadDataDir = await beginning(folder, image);
  return PGlite.create({
    pgliteWasmModule: wasm,
    startParams: [...PGlite.defaultStartParams, '-c', SHARED_BUFFERS],
    ...(folder ? { dataDir: folder } : {}),
    ...(loadDataDir ? { loadDataDir } : {}),
  });
}

/** Stopped databases that began as an image, by its file: the next one that begins so is the same, brought back to its beginning. */
const rested = new Map();

/** Only tests begin as an image, hundreds of times. */
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
      await db.exec('rollback'); // after what the server undoes of connections that ended in the midst
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

/** One database after the other, one wish after the other. */
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
