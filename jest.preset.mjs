import path from 'node:path';

// Every run writes a JSON report, so that .ci/run can count what really ran.
const reporters = ['default', path.join(import.meta.dirname, 'tools/jest-report.mjs')];

// Specs run in plain Node without a virtual environment for each file, so that modules, ours and those of libraries, are loaded only once.
export const nodePreset = {
  reporters,
  runner: 'jest-light-runner',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFiles: [path.join(import.meta.dirname, 'tools/test-sources.mjs')],
  transform: {},
};
