// The last column of docs/glossary.md names things in the code. Prints those that are not there and exits with 1.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const sources = globSync('{apps,libs}/*/{src/**/*.{ts,tsx},*.graphql}', { cwd: root });
const names = new Set(
  sources.flatMap(
    (file) => readFileSync(path.join(root, file), 'utf8').match(/[A-Za-z_]\w*/g) ?? [],
  ),
);
const files = new Set(sources.map((file) => path.basename(file)));

/** A path or a file, or names: `areas` of an account, `EntryStore` while typed. */
const isThere = (code) =>
  code.includes('/')
    ? sources.some((file) => file.includes(code))
    : /\.tsx?$/.test(code)
      ? files.has(code)
      : (code.match(/[A-Za-z_]\w*/g) ?? []).every((name) => names.has(name));

const lost = readFileSync(path.join(root, 'docs/glossary.md'), 'utf8')
  .split('\n')
  .flatMap((row) => [...(row.split('|')[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code))
  .filter((code) => !isThere(code));
if (lost.length > 0) {
  console.error(`docs/glossary.md names what is not in the code:\n${lost.join('\n')}`);
  process.exit(1);
}
