import { events, law, sources } from '../ui/laws/law.fixture.ts';
import { level, unknown } from './level.fixture.ts';
import * as part from './series.fixture.ts';

export const names = { KAZ: 'Kazakhstan', KGZ: 'Kyrgyzstan', TJK: 'Tajikistan', UZB: 'Uzbekistan' };
const areas = Object.keys(names);
export const quotation = 'Include definition of sexual harassment in the Labour Code.';
const indicator = (code: string, name: string, more: object = {}) => ({
  ...part.indicator(code, name),
  ...more,
});
const points = (...values: [year: number, value: string | null][]) =>
  values.map(([year, value]) => ({ year, value, status: 'A', missingReason: null }));
const series = (area: string, ...values: [year: number, value: string | null][]) => {
  const latest = values.at(-1);
  const { cell, ...rest } = part.series(area, 'NO_TARGET', latest?.[1] ?? null);
  return {
    ...rest,
    points: points(...values),
    cell: {
      ...cell,
      ...{ latestYear: latest?.[0] ?? null, level: null, expectedShare: null, expectedValue: null },
    },
  };
};
const entry = (
  code: string,
  name: string,
  all: ReturnType<typeof series>[],
  more: { role?: string; kind?: string } = {},
) => ({
  ...{ role: more.role ?? 'SUPPORTING', definition: part.text(name) },
  provider: part.text('Labour inspectorates.'),
  indicator: indicator(code, name, { kind: more.kind ?? 'NUMERIC', unit: 'PT', decimals: 1 }),
  series: all,
});
const silent = areas.map((area) => series(area));
/** Harassment at work: a law of two parts, a yes/no question, a number, and one that nobody reports. */
export const action = {
  ...{ release: part.release, year: 2025, firstYear: 2015, events, sources },
  areas: Object.entries(names).map(([code, name]) => ({ code, name: part.text(name) })),
  action: {
    ...{ code: 'A2', kind: 'PRIORITY', scope: 'COUNTRY', original: quotation },
    ...{ title: part.text('Define sexual harassment'), quote: part.text(quotation) },
    reading: part.text('We read it as an amendment of the code itself.'),
  },
  cells: areas.map((area) => ({
    ...{ area, change: null, fact: null },
    level: area === 'UZB' ? unknown : level(),
  })),
  laws: [{ ...law, levels: [] }],
  indicators: [
    entry(
      'A2.2',
      'Convention 190 ratified',
      [
        series('KAZ', [2023, '0'], [2025, '0']),
        series('KGZ', [2022, '0'], [2024, '1'], [2025, '1']),
        series('TJK', [2025, '0']),
        series('UZB'),
      ],
      { kind: 'BINARY' },
    ),
    entry('A2.3', 'Employers with a policy', silent),
    entry('A2.5', 'Complaints decided', [
      series('KAZ', [2018, '12.9'], [2023, '9.2']),
      series('KGZ', [2024, '7']),
      series('TJK'),
      series('UZB'),
    ]),
  ],
  ...{ page: 1, pages: 1, otherCount: 3 },
  documents: [part.document('KGZ', 'Order 12'), part.document('UZB', 'Order 7')],
};
