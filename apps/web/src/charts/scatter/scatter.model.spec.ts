import { expect, test } from '@jest/globals';
import { everything, seriesOf } from '../chart.fixture.ts';
import { curveOf } from '../curve.ts';
import { scatterModel } from './scatter.model.ts';

const curve = (area: string, values: string) =>
  curveOf(seriesOf(values, { area }), 'NUMERIC', everything);

test('two values meet only in one year, and a hidden one meets none', () => {
  const { pairs, without } = scatterModel(
    [curve('KAZ', '2018:10 2020:12 2022:14'), curve('KGZ', '2020:5'), curve('TJK', '2020:Q')],
    [curve('KAZ', '2020:30 2022:31'), curve('KGZ', '2019:7'), curve('TJK', '2020:4')],
  );
  expect(pairs.map(({ area, year, newest }) => [area, year, newest])).toEqual([
    ['KAZ', 2020, false],
    ['KAZ', 2022, true],
  ]);
  expect(without).toEqual(['KGZ', 'TJK']);
});
