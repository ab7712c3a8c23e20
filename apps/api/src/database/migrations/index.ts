import { Baseline } from './migration-20261201-baseline.ts';

/** In order of their names. A list, so that the build needs no reading of folders. */
export const migrations = [{ name: 'migration-20261201-baseline', class: Baseline }];
