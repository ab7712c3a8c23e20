import { webPreset } from '../../jest.preset.mjs';

export default {
  ...webPreset,
  displayName: 'web',
  testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}'],
  setupFiles: ['<rootDir>/jest.setup.mjs'],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/jest.styles.mjs',
    '\\.svg(\\?url)?$': '<rootDir>/jest.asset.mjs',
  },
};
