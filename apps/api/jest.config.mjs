import { nodePreset } from '../../jest.preset.mjs';

// as in production (src/start.ts): GraphQL's checks for development would slow down every answer
process.env.NODE_ENV = 'production';

// Walks go through every answer, file, format and language, start programs, race or wait, and take as long as all other specs together. They run when
// a file is named, and on PostgreSQL: .ci/run runs all of them there.
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
