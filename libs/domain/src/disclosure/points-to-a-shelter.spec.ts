import { describe, expect, it } from '@jest/globals';
import { pointsToAShelter } from './points-to-a-shelter.ts';

const share = { region: 'KG-O', value: '50', numerator: '1', denominator: '2' } as const;

describe('a figure about shelters', () => {
  it.each([
    ['DENOMINATOR', '2', true],
    ['DENOMINATOR', '3', false],
    ['DENOMINATOR', '0', false],
    ['DENOMINATOR', null, true],
  ] as const)(
    'whose centres are its %s, %s of them, points to one: %s',
    (centresIn, denominator, points) => {
      expect(pointsToAShelter({ ...share, centresIn, denominator })).toBe(points);
    },
  );

  it('counts the centres where the indicator says they are counted', () => {
    expect(pointsToAShelter({ ...share, centresIn: 'NUMERATOR', numerator: '3' })).toBe(false);
    expect(pointsToAShelter({ ...share, centresIn: 'VALUE', value: '2' })).toBe(true);
  });

  it('points to one whenever the number of centres is not in the figure', () => {
    expect(pointsToAShelter({ ...share, centresIn: 'ELSEWHERE', denominator: '100' })).toBe(true);
  });

  it('of a whole country, or about something else, points to none', () => {
    expect(pointsToAShelter({ ...share, centresIn: 'DENOMINATOR', region: '_T' })).toBe(false);
    expect(pointsToAShelter({ ...share, centresIn: null })).toBe(false);
  });
});
