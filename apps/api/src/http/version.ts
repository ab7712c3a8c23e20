import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Of the built package; src/ and dist/ lie equally deep. */
export const { version } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'),
) as { version: string };
