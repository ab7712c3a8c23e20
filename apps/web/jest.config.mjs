import { nodePreset } from '../../jest.preset.mjs';

const { reporters, setupFiles, ...node } = nodePreset;
const assets = '<rootDir>/jest.assets.mjs';

/** Specs in plain TypeScript have no browser, as pages that the server renders; the others do. */
export default {
  reporters,
  // In threads, even where there are few cores: in the one of Jest the two would meet.
  maxWorkers: 2,
  projects: [
    { ...node, displayName: 'web', setupFiles: [...setupFiles, assets] },
    {
      ...node,
      displayName: 'web in a browser',
      testMatch: ['<rootDir>/src/**/*.spec.tsx'],
      setupFiles: [...setupFiles, assets, '<rootDir>/jest.browser.mjs'],
    },
  ],
};
