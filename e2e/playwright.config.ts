import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.join(import.meta.dirname, '..');
const port = Number(process.env['E2E_PORT'] ?? 3199);
// Three groups of journeys run side by side, each on a server of its own: those of the desks, which publish releases one after the other; those that
// need the untouched returns of a first year, with the one that waits for the clock; and those that change no value, two at once when a first year is done.
const firstYear = /\/(two-people-sign|withheld-until-embargo|work-in-few-clicks)\.spec\.ts$/;
const readers = /\/((charts|reader|visitor)-[^/]*|desks-open)\.spec\.ts$/;
const servers = {
  desks: { port, testIgnore: [readers, firstYear], workers: 1 },
  'first-year': { port: port + 1, testMatch: firstYear, workers: 1 },
  readers: { port: port + 2, testMatch: readers, workers: 2, fullyParallel: true },
};
// A new data directory for each run, kept in the environment because workers read this file again. The servers make it, since tools read this file
// too; the process that names it removes it when all servers have stopped. One that is named from outside stays.
const dataDir = (process.env['E2E_DATA_DIR'] ??= newFolder());
function newFolder(): string {
  const folder = path.join(tmpdir(), `qadam-e2e-${randomUUID()}`);
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
// The headless shell comes first: it is the same engine without a window, and takes about half of Chromium's processor time.
const browser = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((file) => file !== undefined && existsSync(file));

export default defineConfig({
  testDir: './journeys',
  outputDir: './test-results',
  timeout: 60_000,
  // long, because three browsers and three servers may share two slow cores
  expect: { timeout: 15_000 },
  // a browser often waits, so three of them keep two cores busy
  workers: 3,
  forbidOnly: true,
  reporter: [['list'], [path.join(root, 'tools/playwright-report.mjs')]],
  use: {
    headless: true,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: Object.entries(servers).map(([name, { port: at, ...files }]) => ({
    name,
    ...files,
    use: { baseURL: `http://127.0.0.1:${at}` },
  })),
  webServer: Object.entries(servers).map(([name, { port: at }]) => ({
    name,
    // the log is kept, because the demonstration prints mails with links there
    command: `mkdir -p "$\{DATA_DIR%/*}" && exec node --max-semi-space-size=8 apps/api/dist/main.js > "$DATA_DIR.log"`,
    cwd: root,
    env: {
      PORT: String(at),
      DATA_DIR: path.join(dataDir, name),
      CONTACT_EMAIL: 'office@qadam.example',
    },
    url: `http://127.0.0.1:${at}/health/ready`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  })),
});
