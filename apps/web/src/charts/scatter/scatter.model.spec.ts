import { expect, test } from '@jest/globals';
import { everything, seriesOf } from '../chart.fixture.ts';
import { traceOf } from '../trace.ts';
import { scatterModel } from './scatter.model.ts';

const trace = (area: string, values: string) =>
  traceOf(seriesOf(values, { area }), 'NUMERIC', everything);

test('two values meet only in one year, and a hidden one meets none', () => {
  const { pairs, without } = scatterModel(
    [trace('KAZ', '2018:10 2020:12 2022:14'), trace('KGZ', '2020:5'), trace('TJK', '2020:Q')],
    [trace('KAZ', '2020:30 2022:31'), trace('KGZ', '2019:7'), trace('TJK', '2020:4')],
  );
  expect(pairs.map(({ area, year, newest }) => [area, year, newest])).toEqual([
    ['KAZ', 2020, false],
    ['KAZ', 2022, true],
  ]);
  expect(without).toEqual(['KGZ', 'TJK']);
});
