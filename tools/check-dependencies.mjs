// Checks that docs/decisions/0053-what-we-carry.md lists exactly the packages that we name, each with its licence. Exits with 1 if not.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const rows = read('docs/decisions/0053-what-we-carry.md').matchAll(/^\| `(.+?)` +\| (\S+) /gm);
const listed = new Map([...rows].map(([, name, licence]) => [name, licence]));
const named = new Set(
  globSync('{.,apps/*,libs/*,e2e}/package.json', { cwd: root })
    .map((file) => JSON.parse(read(file)))
    .flatMap((file) =>
      ['dependencies', 'devDependencies', 'optionalDependencies'].map((kind) => file[kind] ?? {}),
    )
    .flatMap(Object.keys)
    .filter((name) => !name.startsWith('@qadam/')),
);
const wrong = [
  ...[...named].filter((name) => !listed.has(name)).map((name) => `${name} is not listed`),
  ...[...listed].flatMap(([name, licence]) => {
    if (!named.has(name)) return [`${name} is listed and not used`];
    const own = lock.packages[`node_modules/${name}`].license;
    return own === licence ? [] : [`${name} is ${own}, not ${licence}`];
  }),
];
if (wrong.length > 0) {
  console.error(`docs/decisions/0053-what-we-carry.md:\n${wrong.join('\n')}`);
  process.exit(1);
}
