import { expect, it } from '@jest/globals';
import { KeptPlans } from './planner.ts';

function keep(most: number, room: number, sizes: Record<string, number>): KeptPlans<string> {
  const plans = new KeptPlans<string>(most, room);
  for (const [key, size] of Object.entries(sizes)) plans.set(key, key, size);
  return plans;
}
const left = (plans: KeptPlans<string>) =>
  ['a', 'b', 'c', 'd'].filter((key) => plans.get(key) !== undefined);

it('keeps a number of plans, and drops the least recently used', () => {
  const plans = keep(2, 100, { a: 1, b: 1 });
  plans.get('a');
  plans.set('c', 'c', 1);
  expect(left(plans)).toEqual(['a', 'c']);
});

it('keeps plans up to a size in total, however few they are', () => {
  const plans = keep(10, 100, { a: 40, b: 40 });
  plans.get('a');
  plans.set('c', 'c', 50);
  expect(left(plans)).toEqual(['a', 'c']);
  plans.set('d', 'd', 101);
  expect(left(plans)).toEqual([]);
});

it('counts a plan that was made again once', () => {
  const plans = keep(10, 100, { a: 40, b: 40 });
  plans.set('a', 'a', 60);
  expect(left(plans)).toEqual(['a', 'b']);
});
