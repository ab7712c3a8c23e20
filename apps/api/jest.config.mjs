import { nodePreset } from '../../jest.preset.mjs';

// as in production (src/start.ts): GraphQL's checks of development take a twentieth of the time of the suites
process.env.NODE_ENV = 'production';

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
