import { describe, expect, it } from '@jest/globals';
import { pointsToAShelter, withheldForShelters } from './points-to-a-shelter.ts';

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

describe('the figures of a country and its regions', () => {
  const figure = (region: string, denominator: string, published = false) => ({
    ...{ region, denominator, published },
    ...{ centresIn: 'DENOMINATOR' as const, value: '50', numerator: '1' },
  });
  const withheld = (...figures: ReturnType<typeof figure>[]) =>
    withheldForShelters(figures).map(({ region }) => region);
  const country = figure('_T', '21');

  it('all stay if none points to a shelter', () => {
    expect(withheld(country, figure('KG-O', '3'), figure('KG-T', '0'))).toEqual([]);
  });

  it('one that would be the difference to the country takes the smallest other one along', () => {
    const regions = [figure('KG-B', '9'), figure('KG-C', '0'), figure('KG-J', '4')];
    expect(withheld(country, ...regions, figure('KG-O', '2'))).toEqual(['KG-O', 'KG-J']);
  });

  it('takes along one that no release has shown yet, if there is one', () => {
    const regions = [figure('KG-B', '9'), figure('KG-J', '4', true), figure('KG-O', '2')];
    expect(withheld(country, ...regions)).toEqual(['KG-O', 'KG-B']);
  });

  it('two cover each other, and without the country nothing can be subtracted', () => {
    const regions = [figure('KG-B', '9'), figure('KG-O', '2')];
    expect(withheld(...regions)).toEqual(['KG-O']);
    expect(withheld(country, ...regions, figure('KG-T', '1'))).toEqual(['KG-O', 'KG-T']);
  });
});
