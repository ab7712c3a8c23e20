// A Playwright reporter that writes { passed, failed, skipped, failures } to .cache/reports, where .ci/run adds the reports up.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const folder = path.join(import.meta.dirname, '../.cache/reports');

export default class PlaywrightReport {
  total = { passed: 0, failed: 0, skipped: 0, failures: [] };

  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    for (const test of this.suite.allTests()) {
      const outcome = test.outcome();
      if (outcome === 'skipped') {
        this.total.skipped += 1;
      } else if (outcome === 'unexpected') {
        this.total.failed += 1;
        const message = test.results.at(-1)?.error?.message ?? '';
        const shortly = stripVTControlCharacters(message).slice(0, 600);
        this.total.failures.push(`${test.titlePath().join(' › ')}: ${shortly}`);
      } else {
        this.total.passed += 1;
      }
    }
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'playwright.json'), JSON.stringify(this.total));
  }
}
