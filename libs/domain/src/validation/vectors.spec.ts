import { expect, test } from '@jest/globals';

import { readVectors } from '../progress/read-vectors.fixture.ts';
import { compare } from './compare.ts';
import { duplicateKey } from './duplicate-key.ts';
import { minMax } from './min-max.ts';
import { modifiedZScore } from './modified-z-score.ts';
import { monotoneCumulative } from './monotone-cumulative.ts';
import { period } from './period.ts';
import { range } from './range.ts';
import { rateConsistency } from './rate-consistency.ts';
import { required } from './required.ts';
import { sumOfParts } from './sum-of-parts.ts';
import { unitMagnitude } from './unit-magnitude.ts';
import { yearOnYear } from './year-on-year.ts';

const functions: Record<string, (input: never) => unknown> = {
  compare,
  duplicateKey,
  minMax,
  modifiedZScore,
  monotoneCumulative,
  period,
  range,
  rateConsistency,
  required,
  sumOfParts,
  unitMagnitude,
  yearOnYear,
};

test.each(readVectors(new URL('validation.vectors.json', import.meta.url)))(
  '%s: %s',
  (_id, _title, { fn, input, expected }) => {
    expect(functions[fn]?.(input)).toEqual(expected);
  },
);
