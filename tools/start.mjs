// `npm start`: runs the product in this process, the server from its sources (tools/run-sources.mjs). Meanwhile the pages are built, unless the
// last start or `npm run build` built them from the same sources. Types are checked by `npm run build` only, so that a start takes seconds.
import { spawn } from 'node:child_process';
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
      // Ctrl-C also reaches the children; one that is stopped with the product has not failed
      if (code === 0 || signal === 'SIGINT' || signal === 'SIGTERM') resolve();
      else reject(new Error(`${args.join(' ')} ended with ${code ?? signal}`));
    });
  });
}

console.log('Building …');
const pages = run('apps/web/build-pages.mjs');
// a failure is reported where `pages` is awaited; without this it would end the process earlier, as an unhandled rejection
pages.catch(() => undefined);
const { start } = await import('../apps/api/src/start.ts');
await start(() => import('../apps/api/src/serve.ts'), pages);
await run('tools/compress-assets.mjs');
