import path from 'node:path';
import { swcOptions } from './tools/swc.mjs';

// Every run leaves a JSON report, so that .ci/run can count what really ran.
const reporters = ['default', path.join(import.meta.dirname, 'tools/jest-report.mjs')];

// What runs in Node is tested in bare Node: no virtual environment to fill for each spec, the modules of Nest and MikroORM are read once.
export const nodePreset = {
  reporters,
  runner: 'jest-light-runner',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFiles: [path.join(import.meta.dirname, 'tools/test-sources.mjs')],
  transform: {},
};

// What runs in a browser is tested in jsdom, as real ES modules (node --experimental-vm-modules).
export const webPreset = {
  testEnvironment: path.join(import.meta.dirname, 'apps/web/jest.environment.mjs'),
  testEnvironmentOptions: { customExportConditions: ['@qadam/source', 'browser'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', { ...swcOptions, sourceMaps: 'inline' }] },
};
