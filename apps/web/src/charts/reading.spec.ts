import { describe, expect, test } from '@jest/globals';
import { everything, plan, projected, seriesOf } from './chart.fixture.ts';
import { readingRows, readYear } from './reading.ts';
import { curveOf } from './curve.ts';

const kaz = curveOf(
  seriesOf('2018:12.9 2023:9.2', {
    target: plan('2018:12.9', '2030:0'),
    assessment: projected('2023:9.2', 2030, '1', '4', '8'),
  }),
  'NUMERIC',
  everything,
);
const uzb = curveOf(seriesOf('', { area: 'UZB' }), 'NUMERIC', everything);

describe('a year of the chart', () => {
  test('a past year without a value was not reported; a coming one is still open', () => {
    expect(readYear([uzb], 2024, 2025)[0]).toMatchObject({ observed: null, past: true });
    expect(readYear([uzb], 2026, 2025)[0]).toMatchObject({ observed: null, past: false });
  });
  test('the projection is told in the target year only', () => {
    expect(readYear([kaz], 2029, 2025)[0]?.fan).toBeNull();
    expect(readYear([kaz], 2030, 2025)[0]).toMatchObject({
      target: true,
      fan: { low: '1', central: '4', high: '8' },
    });
  });
});

describe('the table of the chart', () => {
  test('goes from the newest year to the first value and joins years in which nobody reported', () => {
    expect(
      readingRows([kaz, uzb], 2025).map(({ from, to }) =>
        from === to ? `${to}` : `${from}-${to}`,
      ),
    ).toEqual(['2030', '2024-2025', '2023', '2019-2022', '2018']);
  });
  test('holds every observed value exactly', () => {
    const values = readingRows([kaz], 2025).flatMap(({ readings }) =>
      readings.map(({ observed }) => observed?.value ?? null),
    );
    expect(values.filter((value) => value !== null)).toEqual(['9.2', '12.9']);
  });
  test('is empty where nothing is known or planned', () => {
    expect(readingRows([uzb], 2025)).toEqual([]);
  });
});
