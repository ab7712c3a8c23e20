import { nodePreset } from '../../jest.preset.mjs';

// as in production (src/start.ts): the checks that GraphQL makes in development take time in every answer
process.env.NODE_ENV = 'production';

// Walks go through every answer, file, format and language, start programs, race or wait, and take as long as all the others together. They run
// where a file is named and on PostgreSQL: .ci/run makes them all there.
const isNamed = process.argv.slice(2).some((one) => !one.startsWith('-'));
const walks = process.env.DATABASE_URL || isNamed ? [] : ['\\.walk\\.spec\\.ts$'];

export default {
  ...nodePreset,
  displayName: 'api',
  globalSetup: '<rootDir>/jest.global-setup.mjs',
  globalTeardown: '<rootDir>/jest.global-teardown.mjs',
  testPathIgnorePatterns: ['/node_modules/', ...walks],
  maxWorkers: 2,
};
