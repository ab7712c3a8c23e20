// Runs before start, build and test: installs from the lock where npm has not installed what it names.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
);
const [lock, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) =>
  path.join(root, file),
);
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** npm lists what it has installed when it is done. What only other systems need is not in it. */
function isInstalled() {
  if (!existsSync(installed)) return false;
  const there = packagesOf(installed);
  return Object.entries(packagesOf(lock)).every(([place, { version, integrity, optional }]) => {
    const found = there[place];
    if (found === undefined) return place === '' || optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

if (!isInstalled()) {
  console.log('Installing the packages of package-lock.json …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm_execpath is npm's own script: the same npm that was called, on any system
  if (npm) execFileSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' });
  else
    execFileSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}
