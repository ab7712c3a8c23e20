import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';

const SOURCES = path.join(import.meta.dirname, '..');
const RUN_SOURCES = path.join(SOURCES, '../../../tools/run-sources.mjs');
const threads = globSync('**/*.worker.ts', { cwd: SOURCES });

/** The packages that are loaded with a module. */
function packagesOf(file: string): string[] {
  const listing = `import { registerHooks } from 'node:module';
    const names = new Set();
    registerHooks({ load: (url, context, next) => {
      names.add(/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1]);
      return next(url, context);
    } });
    await import(${JSON.stringify(pathToFileURL(path.join(SOURCES, file)).href)});
    console.log(JSON.stringify([...names].filter(Boolean)));`;
  const told = execFileSync(
    process.execPath,
    ['--import', RUN_SOURCES, '--input-type=module', '--eval', listing],
    // loads the modules themselves, not the bundle that specs use
    { encoding: 'utf8', env: { ...process.env, QADAM_TEST_THREADS: '' } },
  );
  return JSON.parse(told) as string[];
}

// A new thread loads all of this again: the query builder alone took longer to load than most files take to read.
it.each(threads)('%s loads nothing of the database or the server', (file) => {
  expect(packagesOf(file).filter((name) => /kysely|mikro-orm|nestjs|^pg/.test(name))).toEqual([]);
});
