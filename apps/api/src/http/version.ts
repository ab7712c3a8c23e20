import { readFileSync } from 'node:fs';
import path from 'node:path';

const manifest: unknown = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'),
);

/** Of the built package; src/ and dist/ lie equally deep. */
export const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
