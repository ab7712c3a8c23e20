// `npm start`: runs the product in this process, the server from its sources (tools/run-sources.mjs). The pages are built beside it, unless the
// last start or `npm run build` made them of the same sources. Types are not checked here (`npm run build` does): a fresh clone is up in seconds.
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
      // Ctrl-C reaches the children too; what is stopped with the product has not failed
      if (code === 0 || signal === 'SIGINT' || signal === 'SIGTERM') resolve();
      else reject(new Error(`${args.join(' ')} ended with ${code ?? signal}`));
    });
  });
}

console.log('Building …');
const pages = run('apps/web/build-pages.mjs');
// reported where it is awaited; until then it must not end the process without its reason
pages.catch(() => undefined);
const { start } = await import('../apps/api/src/start.ts');
await start(() => import('../apps/api/src/serve.ts'), pages);
await run('tools/compress-assets.mjs');
