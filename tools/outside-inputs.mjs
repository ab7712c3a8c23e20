// Prints what specs use from outside of the repository, as an input for Nx's cache: the official schemas, the files of the national offices,
// and whether the programs that the examples of docs/api.md need are installed.
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { sharedFolders } from './shared-folder.mjs';

const files = sharedFolders().flatMap((cwd) =>
  globSync('{schemas,data/raw}/**/*.*', { cwd }).map((file) => {
    const { size, mtimeMs } = statSync(path.join(cwd, file));
    return `${file} ${size} ${mtimeMs}`;
  }),
);
const programs = ['Rscript', 'python3', 'curl'].map(
  (name) => `${name} ${spawnSync(name, ['--version']).error === undefined}`,
);
console.log([...files, ...programs].join('\n'));
