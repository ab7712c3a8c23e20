// Makes the files of a version in .cache/release, or in the folder that is named: the sources (the newest commit), the packages that run in
// production as a bill of materials (CycloneDX) and as a list with licences, and checksums, signed if RELEASE_KEY names a private key of
// ssh-keygen. Exits with 1 if a package has a licence that we do not carry.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ALLOWED = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC'],
  ...['MIT', 'MIT-0', 'Unlicense'],
  // the typeface of the pages
  'OFL-1.1',
]);
// packages with libvips, which may be LGPL: that licence asks that it can be replaced, and sharp loads it as a separate library
const LOADED = /^@img\/sharp-/;

const root = path.join(import.meta.dirname, '..');
const to = path.resolve(process.argv[2] ?? path.join(root, '.cache/release'));
const run = (command, args) =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 });

rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const sources = [];
// an unpacked archive has no commit from which to make another archive
if (existsSync(path.join(root, '.git'))) {
  sources.push(`qadam-${version}.tar.gz`);
  run('git', ['archive', `--prefix=qadam-${version}/`, '-o', path.join(to, sources[0]), 'HEAD']);
}

const asked = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'];
const bill = JSON.parse(run('npm', asked));
bill.metadata.component.name = 'qadam';
writeFileSync(path.join(to, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);

const packages = bill.components
  .filter(({ purl }) => !purl.includes('%40qadam/'))
  .map(({ purl, licenses = [] }) => ({
    name: decodeURIComponent(purl.replace('pkg:npm/', '')),
    licence: licenses.map((one) => one.expression ?? one.license.id ?? one.license.name).join(),
  }))
  .sort((one, other) => one.name.localeCompare(other.name, 'en'));
const refused = packages.filter(({ name, licence }) => !isAllowed(name, licence));
if (packages.length === 0) throw new Error('The bill of materials is empty.');
if (refused.length > 0) {
  console.error('Licences that we do not carry:');
  for (const { name, licence } of refused) console.error(`${name}: ${licence || 'none'}`);
  process.exit(1);
}
const lines = packages.map(({ name, licence }) => `${name}\t${licence}`);
writeFileSync(path.join(to, 'licences.tsv'), `package\tlicence\n${lines.join('\n')}\n`);

const sums = [...sources, 'sbom.cdx.json', 'licences.tsv'].map((file) => {
  const hash = createHash('sha256').update(readFileSync(path.join(to, file)));
  return `${hash.digest('hex')}  ${file}\n`;
});
const checksums = path.join(to, 'SHA256SUMS');
writeFileSync(checksums, sums.join(''));
const key = process.env.RELEASE_KEY;
if (key) run('ssh-keygen', ['-Y', 'sign', '-f', key, '-n', 'qadam', checksums]);
console.log(`${packages.length} packages, ${key ? 'signed' : 'not signed'}: ${to}`);

/** Is the licence allowed? Of alternatives (OR) one is enough; of licences that apply together (AND) each must be allowed. */
function isAllowed(name, licence) {
  const every = (text) =>
    text
      .split(' AND ')
      .every((one) => ALLOWED.has(one) || (LOADED.test(name) && /^LGPL/.test(one)));
  return licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some(every);
}
