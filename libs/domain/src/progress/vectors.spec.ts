import { describe, expect, test } from '@jest/globals';

import { expectedValue } from '../periods/expected-value.ts';
import { actionLevel } from './action-level.ts';
import { assessIndicator } from './assess-indicator.ts';
import { assessLevel } from './assess-level.ts';
import { benchmarkGap } from './benchmark-gap.ts';
import { computeRate } from './compute-rate.ts';
import { levelChange } from './level-change.ts';
import { project } from './project.ts';
import { readVectors } from './read-vectors.fixture.ts';

const functions: Record<string, (input: never) => unknown> = {
  actionLevel,
  assessIndicator,
  assessLevel,
  benchmarkGap,
  computeRate,
  expectedValue,
  levelChange,
  project,
};

describe.each(['progress', 'projection', 'level'])('the published %s vectors', (name) => {
  test.each(readVectors(new URL(`${name}.vectors.json`, import.meta.url)))(
    '%s: %s',
    (_id, _title, { fn, input, expected }) => {
      expect(functions[fn]?.(input)).toEqual(expected);
    },
  );
});
