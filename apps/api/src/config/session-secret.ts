import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Env } from './env.ts';
import type { Secrets } from './secrets.ts';

/** The keys that are set. If none is, one is generated once and stored with the data, so that sessions survive a restart. */
export function secretsOf({ secrets, dataDir }: Pick<Env, 'secrets' | 'dataDir'>): Secrets {
  if (secrets !== null) return secrets;
  const file = path.join(dataDir, 'session-secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return [readFileSync(file, 'utf8')];
}
