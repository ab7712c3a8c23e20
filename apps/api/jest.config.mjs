import { nodePreset } from '../../jest.preset.mjs';

export default {
  ...nodePreset,
  displayName: 'api',
  globalSetup: '<rootDir>/jest.global-setup.mjs',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  testTimeout: 60_000,
};
