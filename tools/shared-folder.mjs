// What is not part of this repository may lie beside it: official schemas, files of offices, vectors. They are in the folder QADAM_SHARED, or in
// shared beside the repository or one folder above.
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/** Where they may be, the first that is there counts. */
export function sharedFolders() {
  const named = process.env.QADAM_SHARED;
  return (named === undefined ? ['../shared', '../../shared'] : [named]).map((folder) =>
    path.resolve(root, folder),
  );
}

/** A part of it, such as schemas; undefined if it is nowhere. */
export function sharedFolder(part) {
  return sharedFolders()
    .map((folder) => path.join(folder, part))
    .find((folder) => existsSync(folder));
}
