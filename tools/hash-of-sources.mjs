import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/** A hash of the names and contents of these files of the repository, without specs. */
export function hashOfSources(patterns) {
  const hash = createHash('sha256');
  for (const file of globSync(patterns, { cwd: root }).toSorted())
    if (!/\.spec\.tsx?$/.test(file)) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}
