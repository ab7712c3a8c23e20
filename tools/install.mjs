// Runs before start, build and test: installs from the lock when node_modules is missing or was made from another lock.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
);
const marker = path.join(root, 'node_modules/.installed-from');
const lock = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(marker) || readFileSync(marker, 'utf8') !== lock) {
  console.log('Installing the packages of package-lock.json …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm_execpath is npm's own script: the same npm that was called, on any system
  if (npm) execFileSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' });
  else
    execFileSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(marker, lock);
}
