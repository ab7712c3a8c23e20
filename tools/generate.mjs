// Writes all generated files anew: the map's outlines, the two GraphQL schemas (from the api's code, without a database), then the
// operation types of web. --check fails when a committed file would change.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const run = (command, args) => execFileSync(command, args, { cwd: root, stdio: 'inherit' });

run(process.execPath, ['tools/outlines.mjs', ...(check ? ['--check'] : [])]);
run(process.execPath, ['node_modules/typescript-native/bin/tsc', '-b', 'apps/api']);
run(process.execPath, ['apps/api/dist/graphql/emit-schema.js', ...(check ? ['--check'] : [])]);
run(path.join(root, 'node_modules/.bin/graphql-codegen'), [
  '--config',
  'codegen.ts',
  ...(check ? ['--check'] : []),
]);
