// Adds up what the test runners reported in .cache/reports and prints `N passed, N failed`. Fails when a test failed, when none ran,
// or when a run that was expected left no report. `failed` as argument: an earlier step failed, so at least one failure is counted.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '../.cache/reports',
);
const expected = [
  'libs/domain',
  'libs/i18n',
  'apps/api',
  'apps/web',
  'apps/api-postgres',
  'playwright',
];
const stepFailed = process.argv.includes('failed');
const total = { passed: 0, failed: 0, skipped: 0 };
// no globSync here: Node 20, which may run this file, has none
const found = (existsSync(folder) ? readdirSync(folder, { recursive: true }) : []).filter((name) =>
  name.endsWith('.json'),
);
for (const name of found) {
  const { failures = [], ...report } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  for (const failure of failures) console.log(`FAILED ${failure}\n`);
  console.log(`${name}: ${JSON.stringify(report)}`);
  for (const key of Object.keys(total)) total[key] += report[key] ?? 0;
}
const missing = expected.filter((name) => !found.includes(`${name}.json`));
if (missing.length) console.log(`no report of: ${missing.join(', ')}`);
if (stepFailed || missing.length) total.failed = Math.max(total.failed, 1);
const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
