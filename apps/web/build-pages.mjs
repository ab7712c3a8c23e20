// Makes both builds of the pages, for browsers and for the server, if they are missing or were made from other sources.
// Used by `npm start` and `npm run build`. Runs in one process of low priority, as a server may be making its database
// meanwhile; types are not checked here.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { hashOfSources } from '../../tools/hash-of-sources.mjs';

const stamp = path.join(import.meta.dirname, 'dist/built-from');
const sources = hashOfSources([
  'package-lock.json',
  'tsconfig.base.json',
  'apps/web/*.*',
  'apps/web/{src,public}/**/*.*',
  'libs/*/package.json',
  'libs/*/src/**/*.*',
]);
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
  // if this is stopped halfway, the build must not count as up to date
  rmSync(stamp, { force: true });
  setPriority(10);
  const { build } = await import('vite');
  const options = { root: import.meta.dirname, configLoader: 'native', logLevel: 'warn' };
  await build(options);
  await build({ ...options, build: { ssr: 'src/entry-server.tsx' } });
  writeFileSync(stamp, sources);
}
