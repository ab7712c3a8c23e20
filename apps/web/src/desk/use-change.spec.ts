import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const folder = import.meta.dirname;
const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name]) => name);

test('each name of a query that is asked again is that of a query', () => {
  const source = readFileSync(path.join(folder, 'use-change.ts'), 'utf8');
  const names = found(source, /^ {2}\| '(\w+)'/gm);
  const queries = globSync('../**/*.graphql', { cwd: folder }).flatMap((file) =>
    found(readFileSync(path.join(folder, file), 'utf8'), /^query (\w+)/gm),
  );
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !queries.includes(name))).toEqual([]);
});
