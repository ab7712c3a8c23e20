import { nodePreset } from '../../jest.preset.mjs';

// as in production (src/start.ts): the checks that GraphQL makes in development take time in every answer
process.env.NODE_ENV = 'production';

export default {
  ...nodePreset,
  displayName: 'api',
  globalSetup: '<rootDir>/jest.global-setup.mjs',
  maxWorkers: 2,
};
