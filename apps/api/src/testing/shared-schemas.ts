import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.join(import.meta.dirname, '../../../..');
const found = ['../shared/schemas', '../../shared/schemas']
  .map((folder) => path.join(repository, folder))
  .find((folder) => existsSync(folder));

/** Official schemas lie beside the repository, not in it: where they do not, the tests that need them say so and are skipped. */
export const hasSharedSchemas = found !== undefined;

export function sharedSchema(name: string): string {
  if (found === undefined) throw new Error('The shared schemas are not here.');
  return readFileSync(path.join(found, name), 'utf8');
}
