// Both builds of the pages, for browsers and for the server, where they are not there or were made of other sources. `npm start` and
// `npm run build` share them. In one process that gives way to a server that makes its database meanwhile; types are not checked here.
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
  // what is built halfway when this is stopped is of no sources
  rmSync(stamp, { force: true });
  setPriority(10);
  const { build } = await import('vite');
  const options = { root: import.meta.dirname, configLoader: 'native', logLevel: 'warn' };
  await build(options);
  await build({ ...options, build: { ssr: 'src/entry-server.tsx' } });
  writeFileSync(stamp, sources);
}
