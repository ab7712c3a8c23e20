// A Jest reporter that writes { passed, failed, skipped, failures } of a run to .cache/reports/<project>.json; .ci/run adds the reports up, and Nx
// caches them with the run. It also stops a run with a spec that never ends, and names the spec: the runner itself has no time limit.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const root = path.join(import.meta.dirname, '..');
/** The time limit of one spec file; the longest takes a third of it on a busy machine. */
const LIMIT_MS = 6 * 60_000;

export default class JestReport {
  #limits = new Map();

  constructor(globalConfig) {
    this.project = path.relative(root, globalConfig.rootDir);
  }

  onTestFileStart({ path: spec }) {
    const end = () => {
      const hangs = `${path.relative(root, spec)}: did not end within ${LIMIT_MS / 1000} s`;
      console.error(hangs);
      this.#leave({ passed: 0, failed: 1, skipped: 0, failures: [hangs] });
      process.exit(1);
    };
    this.#limits.set(spec, setTimeout(end, LIMIT_MS));
  }

  onTestFileResult({ path: spec }) {
    clearTimeout(this.#limits.get(spec));
  }

  onRunComplete(_contexts, results) {
    for (const limit of this.#limits.values()) clearTimeout(limit);
    this.#leave({
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests,
      failures: results.testResults.flatMap(failuresOf),
    });
  }

  #leave(report) {
    const label = process.env.QADAM_REPORT ?? '';
    const file = path.join(root, `.cache/reports/${this.project}${label}.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(report));
  }
}

/** The failures of a spec file: of each test its name and the beginning of its message. */
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
