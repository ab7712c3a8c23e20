import { nodePreset, webPreset } from '../../jest.preset.mjs';

const { reporters, ...node } = nodePreset;
/** A spec in plain TypeScript runs in bare Node, which takes a tenth of the time, unless it needs something of a browser. */
const needBrowser = [
  'charts/picture/frame-picture',
  'desk/draft-store',
  'features/observations/entry-store',
  'features/observations/readiness',
];

export default {
  reporters,
  // a spec that hangs ends some time; none is about how fast the machine is
  testTimeout: 60_000,
  projects: [
    {
      ...node,
      displayName: 'web',
      testPathIgnorePatterns: needBrowser.map((name) => `/src/${name}\\.spec\\.ts$`),
    },
    {
      ...webPreset,
      displayName: 'web in jsdom',
      testMatch: ['**/*.spec.tsx', ...needBrowser.map((name) => `**/src/${name}.spec.ts`)],
      setupFiles: ['<rootDir>/jest.setup.mjs'],
      moduleNameMapper: {
        '\\.css$': '<rootDir>/jest.styles.mjs',
        '\\.svg(\\?url)?$': '<rootDir>/jest.asset.mjs',
      },
    },
  ],
};
