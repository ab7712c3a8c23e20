import { describe, expect, test } from '@jest/globals';
import type { FrameworkDifference } from './diff-framework.ts';
import { lockedChanges, removedElements } from './locked-changes.ts';
import type { FrameworkIndicator } from './framework-document.ts';

const indicator = (code: string) =>
  ({ code, numeratorOf: null, denominatorOf: null }) as FrameworkIndicator;
const current = { indicators: [indicator('A1.1'), indicator('A1.2')] };

const changed = (
  field: string,
  before: unknown,
  after: unknown,
  change: FrameworkDifference['change'] = 'CHANGED',
): FrameworkDifference => ({
  object: 'INDICATOR',
  code: 'A1.1',
  change,
  fields: [{ field, before, after }],
});

const why = (difference: FrameworkDifference) =>
  lockedChanges(current, [difference]).map((one) => one.why);

describe('of an indicator that a release holds values of', () => {
  test.each([
    ['kind', 'NUMERIC', 'BINARY'],
    ['scope', 'COUNTRY', 'REGION'],
    ['unit', 'PT', 'NUMBER'],
    ['multiplier', '100', '1000'],
  ])('%s stays: with another the values would be others', (field, before, after) => {
    expect(why(changed(field, before, after))).toEqual(['LOCKED_BY_RELEASE']);
  });

  test.each([
    ['sensitive', true, false],
    ['thresholdBase', 5, 4],
    ['thresholdDetailed', 10, 9],
    ['valueType', 'CUMULATIVE', 'FLOW'],
    ['centresIn', 'VALUE', null],
    ['denominatorOf', 'A1.2', null],
  ])('%s never hides less: from %s to %s is refused', (field, before, after) => {
    expect(why(changed(field, before, after))).toEqual(['CONTROL_STAYS_STRICT']);
  });

  test.each([
    ['sensitive', false, true],
    ['thresholdBase', 5, 6],
    ['valueType', 'FLOW', 'CUMULATIVE'],
    ['centresIn', null, 'VALUE'],
    ['denominatorOf', 'POPULATION', null],
    ['decimals', 1, 2],
  ])('%s from %s to %s is free', (field, before, after) => {
    expect(why(changed(field, before, after))).toEqual([]);
  });

  test('a new indicator and an action are free', () => {
    expect(why(changed('unit', null, 'PT', 'ADDED'))).toEqual([]);
    expect(why({ ...changed('kind', 'PRIORITY', 'FINDING'), object: 'ACTION' })).toEqual([]);
  });
});

test('an element is removed where its code is no longer there', () => {
  const [a, b] = [{ code: 'A1.1-A' }, { code: 'A1.1-B' }];
  expect(removedElements([changed('elements', [a, b], [b])])).toEqual(['A1.1-A']);
  expect(removedElements([changed('elements', [a], [b, a])])).toEqual([]);
  expect(removedElements([changed('elements', null, [a], 'ADDED')])).toEqual([]);
});
