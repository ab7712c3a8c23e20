// Runs Jest with the arguments given, and once more if V8 itself crashed: freeing the code of PGlite, which is WebAssembly, sometimes
// fails a check inside Node 24 (nodejs/node issue 64500). A test that fails is not run again.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const jest = path.join(import.meta.dirname, '../node_modules/jest/bin/jest.js');
const run = () =>
  spawnSync(
    process.execPath,
    ['--no-wasm-code-gc', '--max-semi-space-size=32', jest, ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
const asked = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'];
const crashed = ({ signal, status }) =>
  signal === null ? (status ?? 0) >= 128 : !asked.includes(signal);

let result = run();
if (crashed(result)) {
  console.error(`Jest was ended by ${result.signal ?? `status ${result.status}`}: once more.`);
  result = run();
}
process.exit(crashed(result) ? 1 : (result.status ?? 1));
