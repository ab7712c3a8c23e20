import { describe, expect, test } from '@jest/globals';
import { everything, seriesOf } from '../chart.fixture.ts';
import { traceOf } from '../trace.ts';
import { stepModel } from './step.model.ts';

describe('stages over the years', () => {
  const same = ['KAZ', 'KGZ', 'TJK', 'UZB'].map((area) =>
    traceOf(seriesOf('2020:4 2021:4', { area }), 'MILESTONE', everything),
  );
  test('countries on the same stage run side by side, nearer to it than to any other', () => {
    const places = stepModel(same, 6).tracks.map(({ end }) => end?.value ?? NaN);
    expect(new Set(places).size).toBe(4);
    expect(places.every((place) => Math.round(place) === 4)).toBe(true);
  });
  test('one country alone stands exactly on its stage', () => {
    expect(stepModel(same.slice(0, 1), 6).tracks[0]?.end?.value).toBe(4);
  });
  test('the ladder is shown whole', () => {
    expect(stepModel([], 6).ticks).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
