import { describe, expect, it } from '@jest/globals';
import {
  type CentresIn,
  countOfCentres,
  pointsToAShelter,
  withheldForShelters,
} from './points-to-a-shelter.ts';
import { SharedCounts } from './shared-counts.ts';

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
  interface Given {
    indicator?: string;
    breakdown?: string;
    published?: boolean;
  }
  const figure = (region: string, denominator: string | null, given: Given = {}) => ({
    ...{ indicator: 'A6.2', sex: '_T', age: '_T', urbanisation: '_T', breakdown: '_T' },
    ...{ published: false, region, denominator, ...given },
    ...{ centresIn: 'DENOMINATOR' as CentresIn, value: '50', numerator: '1' },
  });
  type Figure = ReturnType<typeof figure>;
  const withheld = (...figures: Figure[]) =>
    withheldForShelters(figures).map(({ region }) => region);
  const country = figure('_T', '21');

  it('all stay if none points to a shelter', () => {
    expect(withheld(country, figure('KG-O', '3'), figure('KG-T', '0'))).toEqual([]);
  });

  it('one that would be the difference to the country takes the smallest other one along', () => {
    const regions = [figure('KG-B', '9'), figure('KG-C', '0'), figure('KG-J', '4')];
    expect(withheld(country, ...regions, figure('KG-O', '2'))).toEqual(['KG-J', 'KG-O']);
  });

  it('takes along one that no release has shown yet, if there is one', () => {
    const shown = figure('KG-J', '4', { published: true });
    const regions = [figure('KG-B', '9'), shown, figure('KG-O', '2')];
    expect(withheld(country, ...regions)).toEqual(['KG-B', 'KG-O']);
  });

  it('stay inside in the next release, too, where a region comes late: 4 would be the cover of before', () => {
    const before = [figure('KG-B', '9'), figure('KG-J', '4'), figure('KG-O', '2')];
    expect(withheld(figure('_T', '15'), ...before)).toEqual(['KG-J', 'KG-O']);
    const shown = figure('KG-B', '9', { published: true });
    const late = [shown, figure('KG-C', '3'), figure('KG-J', '4'), figure('KG-O', '2')];
    expect(withheld(figure('_T', '18'), ...late)).toEqual(['KG-C', 'KG-J', 'KG-O']);
  });

  it('cover each other if each could have three numbers of centres', () => {
    const regions = [figure('KG-B', '9'), figure('KG-O', '2'), figure('KG-T', '2')];
    expect(withheld(country, ...regions)).toEqual(['KG-O', 'KG-T']);
  });

  it('need no cover if nobody knows the country', () => {
    const regions = [figure('KG-B', '9'), figure('KG-O', '2'), figure('KG-T', '0')];
    expect(withheld(...regions)).toEqual(['KG-O']);
  });

  it.each([
    ['1 and 1 of 2 left are one each', ['1', '1']],
    ['1, 1 and 1 of 3 left are one each', ['1', '1', '1']],
    ['1 and 2 of 3 left are one and two', ['1', '2']],
  ])('need one more where too few centres are left: %s', (_, few) => {
    const regions = few.map((centres, i) => figure(`KG-O${String(i)}`, centres));
    const others = [figure('KG-B', '9'), figure('KG-J', '4')];
    expect(withheld(country, ...others, ...regions)).toEqual([
      'KG-J',
      ...regions.map(({ region }) => region),
    ]);
  });

  it('all go where there is no cover: 2 in the country are those of the only region with any', () => {
    const regions = [figure('KG-B', '0'), figure('KG-J', '0'), figure('KG-O', '2')];
    expect(withheld(figure('_T', '2'), ...regions)).toEqual(['KG-B', 'KG-J', 'KG-O']);
  });

  it('leave three numbers for each that is withheld, or show no region, in every country of four regions', () => {
    const codes = ['KG-B', 'KG-C', 'KG-J', 'KG-O'];
    for (let n = 0; n < 6 ** 4; n += 1) {
      const centres = codes.map((_, i) => Math.floor(n / 6 ** i) % 6);
      const sum = centres.reduce((total, one) => total + one);
      const regions = codes.map((code, i) => figure(code, String(centres[i])));
      const inside = withheld(figure('_T', String(sum)), ...regions);
      const left = centres.filter((_, i) => inside.includes(codes[i] ?? ''));
      const most = left.reduce((total, one) => total + one, 0) - left.length + 1;
      const isOpen = centres.every((one) => one === 0 || one > 2);
      const isSafe = left.length > 1 && most >= 3 && !left.includes(0);
      expect([centres, isOpen ? left.length === 0 : isSafe || left.length === 4]).toEqual([
        centres,
        true,
      ]);
    }
  });

  describe('in several indicators that count the same centres', () => {
    const other = (region: string, centres: string | null, published = false) =>
      figure(region, centres, { indicator: 'A6.4', published });
    const places = (...figures: Figure[]) =>
      withheldForShelters(figures).map(({ indicator, region }) => `${indicator} ${region}`);

    it('are covered by the same region, also where only one of them shows the country', () => {
      const regions = (of: (region: string, centres: string) => Figure) => [
        of('KG-B', '9'),
        of('KG-J', '4'),
        of('KG-O', '2'),
      ];
      expect(places(country, ...regions(figure), ...regions(other))).toEqual([
        'A6.2 KG-J',
        'A6.2 KG-O',
        'A6.4 KG-J',
        'A6.4 KG-O',
      ]);
    });

    it('are subtracted from the country of another indicator', () => {
      const rate = {
        ...figure('_T', null, { indicator: 'A6.6' }),
        centresIn: 'NUMERATOR' as const,
      };
      expect(places({ ...rate, numerator: '15' }, other('KG-J', '4'), other('KG-O', '2'))).toEqual([
        'A6.4 KG-J',
        'A6.4 KG-O',
      ]);
    });

    it('are one choice, whatever regions each has and releases have shown of it', () => {
      const first = [country, figure('KG-B', '9'), figure('KG-J', '4', { published: true })];
      expect(places(...first, other('KG-J', '4'), other('KG-O', '2'), other('KG-T', '6'))).toEqual([
        'A6.2 KG-B',
        'A6.4 KG-O',
        'A6.4 KG-T',
      ]);
    });

    it('keep a region in one indicator that another reports without the number', () => {
      expect(places(country, figure('KG-B', '9'), other('KG-B', null))).toEqual(['A6.4 KG-B']);
    });
  });

  describe('that are broken down further', () => {
    const part = (region: string, breakdown: string, centres: string) =>
      figure(region, centres, { breakdown });
    const parts = (...figures: Figure[]) =>
      withheldForShelters(figures).map(({ region, breakdown }) => `${region} ${breakdown}`);

    it('show no part of any region if one points to a shelter: 9 less 7 are 2', () => {
      const regions = [figure('KG-B', '9'), part('KG-B', 'STATE', '2'), part('KG-B', 'NGO', '7')];
      const others = [figure('KG-J', '8'), part('KG-J', 'NGO', '8')];
      expect(parts(...regions, ...others)).toEqual(['KG-B STATE', 'KG-B NGO', 'KG-J NGO']);
    });

    it('show no part of any region if one is withheld: 3 and 3 would be the cover', () => {
      const cover = [figure('KG-J', '6'), part('KG-J', 'STATE', '3'), part('KG-J', 'NGO', '3')];
      expect(parts(country, figure('KG-B', '9'), ...cover, figure('KG-O', '2'))).toEqual([
        'KG-J _T',
        'KG-J STATE',
        'KG-J NGO',
        'KG-O _T',
      ]);
    });

    it('are known for the country by its parts, too', () => {
      const regions = [figure('KG-J', '6'), figure('KG-O', '2')];
      expect(parts(part('_T', 'STATE', '5'), part('_T', 'NGO', '3'), ...regions)).toEqual([
        'KG-J _T',
        'KG-O _T',
      ]);
    });
  });
});

describe('the count of centres', () => {
  const counts = new SharedCounts([
    { code: 'A6.2', sensitive: false, numeratorOf: null, denominatorOf: 'A6.6' },
    { code: 'A6.4', sensitive: false, numeratorOf: null, denominatorOf: 'A6.6' },
    { code: 'A6.6', sensitive: false, numeratorOf: null, denominatorOf: 'POPULATION' },
  ]);

  it.each([
    ['A6.2', 'DENOMINATOR', 'A6.6'],
    ['A6.4', 'DENOMINATOR', 'A6.6'],
    ['A6.4', 'NUMERATOR', 'A6.4'],
    ['A6.6', 'NUMERATOR', 'A6.6'],
  ] as const)('in %s, its %s, is %s', (code, centresIn, name) => {
    expect(countOfCentres(counts, code, centresIn)).toBe(name);
  });
});
