// A Jest reporter that leaves { passed, failed } of a run in .cache/reports; .ci/run adds them up.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../.cache/reports');

export default class JestReport {
  constructor(globalConfig) {
    this.name = path.basename(globalConfig.rootDir);
  }

  onRunComplete(_contexts, results) {
    mkdirSync(folder, { recursive: true });
    const label = process.env.QADAM_REPORT ?? '';
    writeFileSync(
      path.join(folder, `jest-${this.name}${label}.json`),
      JSON.stringify({
        passed: results.numPassedTests,
        failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
        skipped: results.numPendingTests,
      }),
    );
  }
}
