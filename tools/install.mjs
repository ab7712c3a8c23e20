// Runs before start, build and test: installs from the lock unless npm has already installed what it names.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
);
const packagesOf = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;

/** npm may leave out an optional package unless it is made for this system. If it names a libc, only npm can tell: it need not be there. */
const isNeeded = ({ optional, os = [], cpu = [], libc }) =>
  !optional || (!libc && os.includes(process.platform) && cpu.includes(process.arch));

/** The parts of the repository are linked, whatever their version is. */
const isSame = (place, one, other) =>
  !place.includes('node_modules/') ||
  (one.version === other.version && one.integrity === other.integrity);

/** Compares the lock with the list of installed packages, which npm writes when it is done. */
function isInstalled() {
  let installed;
  try {
    installed = packagesOf('node_modules/.package-lock.json');
  } catch {
    return false;
  }
  const { '': project, ...locked } = packagesOf('package-lock.json');
  return (
    Object.keys(installed).every((place) => place in locked) &&
    Object.entries(locked).every(([place, one]) =>
      place in installed ? isSame(place, one, installed[place]) : !isNeeded(one),
    )
  );
}

if (!isInstalled()) {
  console.log('Installing the packages of package-lock.json …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm_execpath is the script of the npm that was called: runs the same npm on any system
  if (npm) execFileSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' });
  else
    execFileSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}
