import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { placeOf } from '../config/databases.ts';

const root = path.join(import.meta.dirname, '../../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'qadam-which-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...variables: [string, string][]) =>
  spawnSync(
    process.execPath,
    ['--import', './tools/run-sources.mjs', 'apps/api/src/cli.ts', 'migrate'],
    { cwd: root, encoding: 'utf8', env: { DATA_DIR: folder, ...Object.fromEntries(variables) } },
  );

describe('a command', () => {
  it('says that it works on the embedded database, and where that is', () => {
    const { stdout, stderr } = run();
    expect(stdout).toBe('The database is up to date.\n');
    expect(stderr).toBe(
      `Database: embedded, in ${path.join(folder, 'pg')} (DATABASE_URL is not set)\n`,
    );
  }, 60_000);

  it('says which server and database it works on, and no login', () => {
    const { stderr } = run(['DATABASE_URL', 'postgresql://somebody:secret@127.0.0.1:1/ministry']);
    expect(stderr.split('\n')[0]).toBe('Database: ministry on 127.0.0.1:1');
    expect(stderr).not.toMatch(/somebody|secret/);
  }, 60_000);

  it('names a database that is reached by a socket', () => {
    expect(placeOf('postgresql:///qadam?host=/run/postgresql')).toBe('qadam on this machine');
  });
});
