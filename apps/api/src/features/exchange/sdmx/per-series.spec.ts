import { describe, expect, it } from '@jest/globals';
import { dimensionAt, TARGETS, type Observation } from './cube.ts';
import { seriesAlong } from './per-series.ts';

const observation = (area: string, type: string, year: number, note: string): Observation => ({
  key: ['A', area, 'A4_2', type, String(year)],
  value: year % 2 === 0 ? `${year}.10` : null,
  attributes: ['NUMBER', null, { en: note, tg: `Шарҳ ${note}` }],
  updated: '2026-01-01T00:00:00Z',
  block: area,
});
/** In order of years, as rows are read; the second series of each area begins a year later, and the third has one observation. */
const rows = ['KG', 'KZ'].flatMap((area) =>
  [2021, 2022, 2023].flatMap((year) => [
    observation(area, 'TARGET', year, 'long '.repeat(9000)),
    ...(year > 2021 ? [observation(area, 'BASELINE', year, '\ud800"\n')] : []),
    ...(year === 2023 ? [observation(area, 'OTHER', year, '')] : []),
  ]),
);
const pages = [rows.slice(0, 4), [], rows.slice(4)];

async function told(dimension: string) {
  const all: Omit<Observation, 'updated' | 'block'>[][] = [];
  for await (const some of seriesAlong(dimension, TARGETS, pages))
    all.push(...some.map((series) => [...series]));
  return all;
}
const cell = ({ key, value, attributes }: Observation) => ({ key, value, attributes });
const grouped = (dimension: string) => {
  const at = dimensionAt(TARGETS, dimension);
  const groups = Map.groupBy(rows, ({ key }) => key.toSpliced(at, 1).join('.'));
  return [...groups.values()].map((series) => series.map(cell));
};

describe('series', () => {
  it.each(['TIME_PERIOD', 'MEASURE_TYPE', 'REF_AREA'])(
    'along %s are whole, in the order in which they begin, their observations as they were',
    async (dimension) => {
      expect(await told(dimension)).toEqual(grouped(dimension));
    },
  );

  it('along time come as soon as their block is over', async () => {
    const asked: string[] = [];
    const watched = (function* () {
      for (const row of rows) {
        asked.push(row.block);
        yield [row];
      }
    })();
    const first = await seriesAlong('TIME_PERIOD', TARGETS, watched)[Symbol.asyncIterator]().next();
    expect(first.value).toHaveLength(3);
    expect(asked.filter((block) => block === 'KZ')).toHaveLength(1);
  });
});
