import { expect, it } from '@jest/globals';
import { hiddenWithoutCounts } from './plan-withdrawal.ts';

it('takes with a withdrawn figure all of its area and of the group, where counts are not known', () => {
  const [country, part, group, other] = [
    'KGZ|_T|_T|_T|_T|_T',
    'KGZ|F|_T|_T|_T|_T',
    'CA4|_T|_T|_T|_T|_T',
    'UZB|_T|_T|_T|_T|_T',
  ] as const;
  const shown = [country, part, group, other];
  expect(hiddenWithoutCounts(shown, [part], ['CA4'])).toEqual([country, part, group]);
  expect(hiddenWithoutCounts(shown, [part], [])).toEqual([country, part]);
});
