// `node --import ./tools/run-sources.mjs …` runs the server from its sources: each file is stripped of its types when it is imported, so that
// a start waits for no compiler. Worker threads inherit it. What was stripped is kept, since a thread of the tests reads some 200 files.
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
// types go, decorators are applied, nothing else changes
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
/** Asked for by the first file: a thread whose code lies in one file strips none. */
let version;

/** One file for each source: the hash of what it was made from, and what became of it. */
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
    renameSync(unfinished, kept); // at once, for processes side by side
  } catch {
    // nothing may be written here: then every process strips anew
  }
  return code;
}

/** Where specs have put the code of each thread in one file (apps/api/jest.global-setup.mjs). */
const threads = process.env.QADAM_TEST_THREADS;
const sources = new URL('../apps/api/src/', import.meta.url).href;
/** As a file and not as a text, so that what Node compiled of it before is used. */
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
