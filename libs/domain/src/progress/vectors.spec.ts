import { describe, expect, test } from '@jest/globals';

import { expectedValue } from '../periods/expected-value.ts';
import { actionLevel } from './action-level.ts';
import { aggregateRegion } from './aggregate-region.ts';
import { assessAction } from './assess-action.ts';
import { assessIndicator } from './assess-indicator.ts';
import { assessLevel } from './assess-level.ts';
import { benchmarkGap } from './benchmark-gap.ts';
import { comparators } from './comparators.ts';
import { computeRate } from './compute-rate.ts';
import { coverageRange } from './coverage-range.ts';
import { levelChange } from './level-change.ts';
import { project } from './project.ts';
import { readVectors } from './read-vectors.fixture.ts';
import { rollUpCountry } from './roll-up-country.ts';
import { rollUpRegion } from './roll-up-region.ts';

const functions: Record<string, (input: never) => unknown> = {
  actionLevel,
  aggregateRegion,
  assessAction,
  assessIndicator,
  assessLevel,
  benchmarkGap,
  comparators,
  computeRate,
  coverageRange,
  expectedValue,
  levelChange,
  project,
  rollUpCountry,
  rollUpRegion,
};

describe.each(['progress', 'projection', 'rollup', 'level'])('the published %s vectors', (name) => {
  test.each(readVectors(new URL(`${name}.vectors.json`, import.meta.url)))(
    '%s: %s',
    (_id, _title, { fn, input, expected }) => {
      expect(functions[fn]?.(input)).toEqual(expected);
    },
  );
});
