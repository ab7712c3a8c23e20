// Jest runs the TypeScript sources as real ES modules (node --experimental-vm-modules); @swc/jest only strips types and applies decorators.
import path from 'node:path';

const swc = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      keepClassNames: true,
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: true,
        react: { runtime: 'automatic' },
      },
    },
  },
];

// Every run leaves a JSON report, so that .ci/run can count what really ran.
const reporters = ['default', path.join(import.meta.dirname, 'tools/jest-report.mjs')];

const base = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': swc },
  reporters,
};

export const nodePreset = {
  ...base,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@qadam/source', 'node', 'node-addons'] },
};

export const webPreset = {
  ...base,
  testEnvironment: path.join(import.meta.dirname, 'apps/web/jest.environment.mjs'),
  testEnvironmentOptions: { customExportConditions: ['@qadam/source', 'browser'] },
};
