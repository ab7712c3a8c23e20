// Checks the packages that run in production against the registry's list of known weaknesses: node tools/audit.mjs [options of npm audit…]
// Fails if the list names one of them as moderate or worse. If the registry has no list or cannot be reached, it prints NOT AUDITED and
// exits with 0. Any other answer of the registry is a failure.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const LEVELS = ['moderate', 'high', 'critical'];
const { stdout, stderr } = spawnSync(
  'npm',
  [
    'audit',
    '--omit=dev',
    '--json',
    '--fetch-retries=0',
    '--fetch-timeout=30000',
    ...process.argv.slice(2),
  ],
  { cwd: path.join(import.meta.dirname, '..'), encoding: 'utf8' },
);

let report;
try {
  report = JSON.parse(stdout);
} catch {
  console.error(`npm audit said nothing that can be read:\n${stdout}${stderr}`);
  process.exit(1);
}

if (report.vulnerabilities) {
  const found = Object.values(report.vulnerabilities).filter(({ severity }) =>
    LEVELS.includes(severity),
  );
  for (const { name, severity, via } of found) {
    const titles = via.map((cause) => cause.title ?? cause).join('; ');
    console.error(`${name}: ${severity}: ${titles}`);
  }
  if (found.length > 0) process.exit(1);
  console.log('No package that runs has a known weakness that is moderate or worse.');
} else if (
  /^40[45] |\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH)\b/.test(report.message ?? '')
) {
  console.log(`NOT AUDITED: no list of weaknesses is reachable (${report.message}).`);
} else {
  console.error(`npm audit failed: ${report.message ?? JSON.stringify(report)}`);
  process.exit(1);
}
