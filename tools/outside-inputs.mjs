// What the specs read from outside of the repository, as one line for Nx's cache: the shared schemas and samples, and the programs that examples
// and clusters need.
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const shared = [process.env.QADAM_SHARED, '../shared', '../../shared'].flatMap((folder) =>
  folder ? [path.resolve(root, folder)] : [],
);
const files = shared.flatMap((cwd) =>
  globSync('{schemas,samples,data}/**/*.*', { cwd }).map((file) => {
    const { size, mtimeMs } = statSync(path.join(cwd, file));
    return `${file} ${size} ${mtimeMs}`;
  }),
);
const programs = ['Rscript', 'python3', 'curl', 'pg_ctl'].map(
  (name) => `${name} ${spawnSync(name, ['--version']).error === undefined}`,
);
console.log([...files, ...programs].join('\n'));
