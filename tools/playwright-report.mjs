// A Playwright reporter that leaves { passed, failed, skipped } where .ci/run adds them up.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../.cache/reports');

export default class PlaywrightReport {
  total = { passed: 0, failed: 0, skipped: 0 };

  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    for (const test of this.suite.allTests()) {
      const outcome = test.outcome();
      if (outcome === 'skipped') this.total.skipped += 1;
      else if (outcome === 'unexpected') this.total.failed += 1;
      else this.total.passed += 1;
    }
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'playwright.json'), JSON.stringify(this.total));
  }
}
