// Jest runs the TypeScript sources as real ES modules (node --experimental-vm-modules).
import path from 'node:path';
import { swcOptions } from './tools/swc.mjs';

const swc = ['@swc/jest', { ...swcOptions, sourceMaps: 'inline' }];

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
