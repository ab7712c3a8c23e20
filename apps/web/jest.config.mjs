import { nodePreset } from '../../jest.preset.mjs';

const { reporters, setupFiles, ...preset } = nodePreset;
const node = { ...preset, runner: '<rootDir>/jest.runner.mjs' };
const assets = '<rootDir>/jest.assets.mjs';

/** Specs in .ts run without a browser, also those of pages that the server renders; specs in .tsx run with one. */
export default {
  reporters,
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
