// `npm start`: builds what changed since the last start, then runs the product in this process.
// Types are not checked here (`npm run build` does), and the pages are built while the server makes its database: a fresh clone is up in seconds.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const vite = 'node_modules/vite/bin/vite.js';

function run(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`)),
    );
  });
}

/** Changes with any file the pages are built from. */
function sourcesOfPages() {
  const files = globSync(
    ['package-lock.json', 'apps/web/*.*', 'apps/web/src/**/*.*', 'libs/*/src/**/*.*'],
    { cwd: root },
  );
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const { size, mtimeMs } = statSync(path.join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

async function buildPages() {
  const stamp = path.join(root, '.cache/pages-built-from');
  const sources = sourcesOfPages();
  const built = existsSync(path.join(root, 'apps/web/dist/server/entry-server.js'));
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  await Promise.all([
    run(vite, 'build', 'apps/web', '--logLevel', 'warn'),
    run(vite, 'build', 'apps/web', '--logLevel', 'warn', '--ssr', 'src/entry-server.tsx'),
  ]);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

async function compileServer() {
  await run('node_modules/typescript-native/bin/tsc', '-b', '--noCheck', 'apps/api');
  await run('tools/copy-seed.mjs');
  return import('../apps/api/dist/serve.js');
}

console.log('Building …');
const server = compileServer();
const pages = buildPages();
// each failure is reported where it is awaited; until then it must not end the process without its reason
for (const building of [server, pages]) building.catch(() => undefined);
// from its source: Node strips the types of the few files that make the database while the rest is compiled
const { start } = await import('../apps/api/src/start.ts');
await start(server, pages);
await run('tools/compress-assets.mjs');
