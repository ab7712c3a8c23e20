// `node --import ./tools/run-sources.mjs …` runs the server from its sources: the types of each file are stripped when it is imported, so that
// a start waits for no compiler. Worker threads inherit this. Stripped files are cached, because a thread of the tests reads some 200 files.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as modules from 'node:module';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { fileURLToPath, pathToFileURL } from 'node:url';

if (Number.parseInt(process.versions.node) < 24) {
  console.error(
    `Qadam runs on Node 24 or newer; this is ${process.versions.node}. Where npm finds one for this system, \`npm install\` brings it.`,
  );
  process.exit(1);
}

const root = path.join(import.meta.dirname, '..');
const cache = path.join(root, 'node_modules/.cache/stripped');
const swc = modules.createRequire(import.meta.url);
// removes types and applies decorators; nothing else changes
const options = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: true,
      react: { runtime: 'automatic' },
    },
  },
};
/** The version of the compiler and its options; read with the first file only, because a bundled thread strips none. */
let version;

/** Strips the types of a file. The cache has one file for each source: a hash of the input, followed by the result. */
function strip(filename) {
  const source = readFileSync(filename, 'utf8');
  version ??= swc('@swc/core/package.json').version + JSON.stringify(options);
  const hash = createHash('sha1').update(version).update(source).digest('hex');
  const kept = path.join(cache, path.relative(root, filename).replaceAll(path.sep, '~'));
  try {
    const text = readFileSync(kept, 'utf8');
    if (text.startsWith(hash)) return text.slice(hash.length);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const { code } = swc('@swc/core').transformSync(source, { ...options, filename });
  const unfinished = `${kept}.${process.pid}.${threadId}`;
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(unfinished, hash + code);
    renameSync(unfinished, kept); // atomic, because other processes may read it at the same time
  } catch {
    // the cache cannot be written: then every process strips the file itself
  }
  return code;
}

/** The folder in which specs have bundled the code of each thread into one file (apps/api/jest.global-setup.mjs). */
const threads = process.env.QADAM_TEST_THREADS;
const sources = new URL('../apps/api/src/', import.meta.url).href;
/** The address of the bundle: loaded as a file and not as a text, so that Node can use its compile cache. */
const bundled = (url) =>
  new URL(url.slice(sources.length).replace(/ts$/, 'js'), pathToFileURL(`${threads}/`)).href;

modules.registerHooks({
  resolve(specifier, context, next) {
    if (threads && specifier.endsWith('.worker.ts'))
      return { url: bundled(specifier), format: 'module', shortCircuit: true };
    return next(specifier, { ...context, conditions: ['@qadam/source', ...context.conditions] });
  },
  load(url, context, next) {
    const { protocol, pathname } = new URL(url);
    if (protocol !== 'file:' || !/\.tsx?$/.test(pathname)) return next(url, context);
    const filename = fileURLToPath(url);
    return { format: 'module', source: strip(filename), shortCircuit: true };
  },
});
