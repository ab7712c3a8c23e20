// Measures a running server as a phone on slow 4G sees it (150 ms, 1.6 Mbps, 4× CPU). Run by hand, because timings on a busy machine mean little:
//   npm start, then in another window: node tools/lighthouse.mjs [http://localhost:3000] [language]
// Prints a table; exits with 1 if accessibility, best practices or SEO are under 100, performance under 90, or the largest paint comes after 1.0 s.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const lighthouse = 'lighthouse@13.5.0';
const [origin = 'http://localhost:3000', language = 'en'] = process.argv.slice(2);
const pages = ['', '/indicators/A4.2', '/actions/A5', '/countries/KGZ'];
const limits = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 90 };
const paintLimit = 1000;
const chromium = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file));
const folder = mkdtempSync(path.join(tmpdir(), 'qadam-lighthouse-'));

/** Throttles the load itself, as a reader experiences it, because Lighthouse's default simulation only guesses from one fast load. */
async function measure(page, at) {
  // asks once before measuring: only the first reader after a release waits for the rendering, all others get the stored page
  await (await fetch(`${origin}/${language}${page}`)).text();
  const file = path.join(folder, `${at}.json`);
  execFileSync(
    'npx',
    [
      '--yes',
      lighthouse,
      `${origin}/${language}${page}`,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      '--throttling-method=devtools',
      '--throttling.requestLatencyMs=150',
      '--throttling.downloadThroughputKbps=1600',
      '--throttling.uploadThroughputKbps=750',
      '--throttling.cpuSlowdownMultiplier=4',
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...(chromium ? { CHROME_PATH: chromium } : {}) },
    },
  );
  return JSON.parse(readFileSync(file, 'utf8'));
}

let failed = false;
for (const [at, page] of pages.entries()) {
  const { categories, audits } = await measure(page, at);
  const scores = Object.entries(limits).map(([name, limit]) => {
    const score = Math.round(categories[name].score * 100);
    if (score < limit) failed = true;
    return `${name} ${score}`;
  });
  const paint = Math.round(audits['largest-contentful-paint'].numericValue);
  if (paint > paintLimit) failed = true;
  const shift = audits['cumulative-layout-shift'].numericValue.toFixed(3);
  const blocked = Math.round(audits['total-blocking-time'].numericValue);
  const kilobytes = Math.round(audits['total-byte-weight'].numericValue / 1000);
  console.log(
    `/${language}${page}: ${scores.join(', ')}; LCP ${paint} ms, CLS ${shift}, blocked ${blocked} ms, ${kilobytes} kB`,
  );
  for (const [name, limit] of Object.entries(limits)) {
    if (categories[name].score * 100 >= limit) continue;
    for (const { id, weight } of categories[name].auditRefs) {
      const { score, title } = audits[id];
      if (weight > 0 && score !== null && score < 0.9) console.log(`    ${name}: ${title}`);
    }
  }
}
process.exit(failed ? 1 : 0);
