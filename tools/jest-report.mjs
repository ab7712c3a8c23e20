// A Jest reporter that leaves { passed, failed, skipped, failures } of a run in .cache/reports/<project>.json; .ci/run adds them up, and Nx keeps
// them with the run.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const root = path.join(import.meta.dirname, '..');

export default class JestReport {
  constructor(globalConfig) {
    this.project = path.relative(root, globalConfig.rootDir);
  }

  onRunComplete(_contexts, results) {
    const label = process.env.QADAM_REPORT ?? '';
    const file = path.join(root, `.cache/reports/${this.project}${label}.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(
      file,
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
  const file = path.relative(root, testFilePath);
  const failed = testResults.filter(({ status }) => status === 'failed');
  return [
    ...(testExecError ? [`${file}: ${shortly(testExecError.message)}`] : []),
    ...failed.map((test) => `${file}: ${test.fullName}: ${shortly(test.failureMessages[0])}`),
  ];
}

function shortly(message = '') {
  return stripVTControlCharacters(message).slice(0, 600);
}
