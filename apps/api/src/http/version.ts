import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of the built package; the path works in src/ and in dist/, which are equally deep. */
export const { version } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'),
) as { version: string };
