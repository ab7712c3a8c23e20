// `npm start`: runs the product in this process, the server from its sources (tools/run-sources.mjs). What the pages are built from is built
// beside it, when it changed since the last start. Types are not checked here (`npm run build` does): a fresh clone is up in seconds.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

function run(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      // Ctrl-C reaches the children too; what is stopped with the product has not failed
      if (code === 0 || signal === 'SIGINT' || signal === 'SIGTERM') resolve();
      else reject(new Error(`${args.join(' ')} ended with ${code ?? signal}`));
    });
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
  await run('apps/web/quick-build.mjs');
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

console.log('Building …');
const pages = buildPages();
// reported where it is awaited; until then it must not end the process without its reason
pages.catch(() => undefined);
const { start } = await import('../apps/api/src/start.ts');
await start(() => import('../apps/api/src/serve.ts'), pages);
await run('tools/compress-assets.mjs');
