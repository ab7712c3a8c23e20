import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.join(import.meta.dirname, '../../../..');

/** A folder of what is not part of this repository but may lie next to it, as tools/shared-folder.mjs finds it; undefined if it is nowhere. */
export function sharedFolder(part: string): string | undefined {
  const named = process.env['QADAM_SHARED'];
  return (named === undefined ? ['../shared', '../../shared'] : [named])
    .map((folder) => path.resolve(repository, folder, part))
    .find((folder) => existsSync(folder));
}

const found = sharedFolder('schemas');

/** If the official schemas do not lie next to the repository, the tests that need them are skipped. */
export const hasSharedSchemas = found !== undefined;

export function sharedSchema(name: string): string {
  if (found === undefined) throw new Error('The shared schemas are not here.');
  return readFileSync(path.join(found, name), 'utf8');
}

/** The files of a folder of schemas, name → text; null if the folder is missing. */
export function sharedSchemas(folder: string): ReadonlyMap<string, string> | null {
  const place = found === undefined ? '' : path.join(found, folder);
  if (found === undefined || !existsSync(place)) return null;
  return new Map(readdirSync(place).map((name) => [name, sharedSchema(`${folder}/${name}`)]));
}
