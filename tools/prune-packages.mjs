// Deletes from node_modules the files that a server never reads: source maps and declarations of types.
// For a server only, after `npm ci --omit=dev`: builds and tests need the declarations.
//   node tools/prune-packages.mjs [folder of packages]
import { existsSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const folder = realpathSync(process.argv[2] ?? path.join(import.meta.dirname, '../node_modules'));
/** `a.js.map`, `a.d.ts.map`, `a.css.map`; `a.d.ts`, `a.d.mts`, `a.d.cts`. Another file that ends in .map may hold data. */
const NEVER_READ = /\.(?:[cm]?[jt]s|css)\.map$|\.d\.[cm]?ts$/;

if (existsSync(path.join(folder, 'nx'))) {
  console.error(`${folder} holds what builds and tests: run npm ci --omit=dev first`);
  process.exit(1);
}
let bytes = 0;
let files = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !NEVER_READ.test(entry.name)) continue;
  // readdirSync of Node 24 follows links; those lead to our own packages, whose files are kept
  if (realpathSync(entry.parentPath) !== entry.parentPath) continue;
  const file = path.join(entry.parentPath, entry.name);
  bytes += statSync(file).size;
  files += 1;
  rmSync(file);
}
console.log(
  `${files} files, ${Math.round(bytes / 2 ** 20)} MB, that a server never reads, taken away`,
);
