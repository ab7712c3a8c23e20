import { nodePreset } from '../../jest.preset.mjs';

export default {
  ...nodePreset,
  displayName: 'api',
  globalSetup: '<rootDir>/jest.global-setup.mjs',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  testTimeout: 60_000,
  // Modules of node:vm are not given back between suites: one process for all of them outgrows its heap.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
