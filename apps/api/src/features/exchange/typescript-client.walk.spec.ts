import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '../../../../..');
const cwd = path.join(root, 'examples/typescript');

let test: TestApp;
let site: string;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  site = await test.listen();
}, 120_000);
afterAll(() => test.stop());

describe('the client in examples/typescript', () => {
  it('has the types that its own settings generate from the schema of a running server', async () => {
    const codegen = path.join(root, 'node_modules/.bin/graphql-codegen');
    const env = { ...process.env, QADAM_SITE: site };
    await run(codegen, ['--config', 'codegen.ts', '--check'], { cwd, env });
  }, 120_000);

  it('compiles where it was copied to', async () => {
    // copied out of reach of this repository's settings, but still below the packages that it needs
    const modules = path.join(root, 'node_modules');
    const cache = path.join(modules, '.cache');
    await mkdir(cache, { recursive: true });
    const copy = await mkdtemp(path.join(cache, 'client-'));
    try {
      await cp(cwd, copy, { recursive: true });
      await writeFile(path.join(copy, 'package.json'), '{ "type": "module" }');
      await run(process.execPath, [path.join(modules, 'typescript-native/bin/tsc'), '-p', copy]);
    } finally {
      await rm(copy, { recursive: true });
    }
  }, 120_000);

  it('pages through all values of a country and lists levels, its questions sent by hash', async () => {
    const [row] = await test
      .em()
      .execute<{ count: number }[]>(
        `select count(*)::int as count from publication.value where until_release is null and area = 'KGZ' and year >= 2000`,
      );
    const count = row?.count ?? 0;
    expect(count).toBeGreaterThan(200); // more than one page holds
    for (let again = 0; again < 2; again += 1) {
      const { stdout } = await run(process.execPath, ['main.ts', site, 'KGZ'], { cwd });
      expect(stdout).toContain(`${count} values of KGZ\n`);
      expect(stdout).toMatch(/^A4 [A-Z_]+ (\d+|–)$/m);
    }
  });
});
