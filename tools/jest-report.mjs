// A Jest reporter that leaves { passed, failed, skipped, failures } of a run in .cache/reports; .ci/run adds them up.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

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
        failures: results.testResults.flatMap(failuresOf),
      }),
    );
  }
}

/** What failed in a file, in a few words each: its name and the first lines of its message. */
function failuresOf({ testFilePath, testExecError, testResults }) {
  const file = path.relative(path.join(import.meta.dirname, '..'), testFilePath);
  const failed = testResults.filter(({ status }) => status === 'failed');
  return [
    ...(testExecError ? [`${file}: ${shortly(testExecError.message)}`] : []),
    ...failed.map((test) => `${file}: ${test.fullName}: ${shortly(test.failureMessages[0])}`),
  ];
}

function shortly(message = '') {
  return stripVTControlCharacters(message).slice(0, 600);
}
