import { expect, test } from '@jest/globals';

import { type CheckTargetPlanInput, checkTargetPlan } from './check-target-plan.ts';

const plan: CheckTargetPlanInput = {
  indicator: { kind: 'NUMERIC', direction: 'INCREASE', min: '0', max: '100', unit: 'PT' },
  baseline: { year: 2022, value: '40' },
  target: { year: 2030, value: '80' },
  points: [
    { year: 2025, value: '50' },
    { year: 2027, value: '60' },
  ],
  path: 'LINEAR',
  rationale: 'Agreed in Almaty',
};

const problems = (changes: Partial<CheckTargetPlanInput>): [code: string, field: string][] =>
  checkTargetPlan({ ...plan, ...changes }).map(({ code, field }) => [code, field]);

test('a plan that can be followed has no problem', () => {
  expect(checkTargetPlan(plan)).toEqual([]);
});

test('a country may plan before it has a baseline', () => {
  expect(problems({ baseline: null })).toEqual([]);
});

test('a share cannot aim above a hundred per cent', () => {
  expect(checkTargetPlan({ ...plan, target: { year: 2030, value: '100.5' } })).toEqual([
    { code: 'ABOVE_MAX', field: 'target.value', params: { value: '100.5', limit: '100' } },
  ]);
});

test('a target keeps to the steps of an index, and the problem says which they are', () => {
  const indicator = { ...plan.indicator, step: '50' };
  expect(checkTargetPlan({ ...plan, indicator, points: [] })).toEqual([
    { code: 'NOT_A_STEP', field: 'target.value', params: { value: '80', step: '50' } },
  ]);
});

test('a change indicator without limits can aim anywhere', () => {
  const indicator = { ...plan.indicator, min: null, max: null };
  expect(problems({ indicator, target: { year: 2030, value: '120' } })).toEqual([]);
});

test('the target lies on the side that is wanted', () => {
  expect(problems({ target: { year: 2030, value: '30' } })).toEqual([
    ['TARGET_ON_WRONG_SIDE', 'target.value'],
  ]);
  const indicator = { ...plan.indicator, direction: 'DECREASE' as const };
  expect(problems({ indicator })).toEqual([['TARGET_ON_WRONG_SIDE', 'target.value']]);
  const towards = { ...plan.indicator, direction: 'TOWARDS' as const };
  expect(problems({ indicator: towards, target: { year: 2030, value: '30' } })).toEqual([]);
});

test('a target equal to the baseline is meant, not mistyped', () => {
  const same = { target: { year: 2030, value: '40.0' } };
  expect(problems(same)).toEqual([['TARGET_EQUALS_BASELINE', 'target.value']]);
  expect(problems({ ...same, maintain: true })).toEqual([]);
});

test('the target year comes after the baseline year', () => {
  expect(problems({ target: { year: 2022, value: '80' }, points: [] })).toEqual([
    ['TARGET_NOT_AFTER_BASELINE', 'target.year'],
  ]);
});

test('points lie strictly between baseline and target, one after the other', () => {
  const years = (...list: number[]): { year: number; value: string }[] =>
    list.map((year) => ({ year, value: '50' }));
  expect(problems({ points: years(2022, 2025, 2030) })).toEqual([
    ['POINT_OUTSIDE_PLAN', 'points.0.year'],
    ['POINT_OUTSIDE_PLAN', 'points.2.year'],
  ]);
  expect(problems({ points: years(2025, 2025) })).toEqual([
    ['POINTS_NOT_ORDERED', 'points.1.year'],
  ]);
  expect(problems({ points: years(2027, 2025) })).toEqual([
    ['POINTS_NOT_ORDERED', 'points.1.year'],
  ]);
});

test('a point keeps to the limits of the indicator', () => {
  expect(problems({ points: [{ year: 2025, value: '-1' }] })).toEqual([
    ['BELOW_MIN', 'points.0.value'],
  ]);
});

test('a yes or no is promised in full', () => {
  const law = { kind: 'BINARY' as const };
  const ahead = { baseline: { year: 2022, value: 0 }, points: [] };
  expect(problems({ ...ahead, indicator: law, target: { year: 2030, value: 1 } })).toEqual([]);
  expect(problems({ ...ahead, indicator: law, target: { year: 2030, value: '0.5' } })).toEqual([
    ['NOT_INTEGER', 'target.value'],
  ]);
});

test('a law has stages and no target', () => {
  expect(problems({ indicator: { kind: 'MILESTONE', direction: 'INCREASE' } })).toEqual([
    ['LAW_HAS_NO_TARGET', 'indicator.kind'],
  ]);
});

test('a context indicator has no target', () => {
  const indicator = { ...plan.indicator, direction: 'NONE' as const };
  expect(problems({ indicator })).toEqual([['NO_DIRECTION', 'indicator.direction']]);
});

test('somebody says why', () => {
  expect(problems({ rationale: ' ' })).toEqual([['RATIONALE_REQUIRED', 'rationale']]);
});
