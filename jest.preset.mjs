import path from 'node:path';

// Every run leaves a JSON report, so that .ci/run can count what really ran.
const reporters = ['default', path.join(import.meta.dirname, 'tools/jest-report.mjs')];

// Specs run in bare Node: no virtual environment to fill for each, and modules, ours and those of libraries, are read once.
export const nodePreset = {
  reporters,
  runner: 'jest-light-runner',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFiles: [path.join(import.meta.dirname, 'tools/test-sources.mjs')],
  transform: {},
};
