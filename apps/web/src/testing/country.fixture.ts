import { law } from '../ui/laws/law.fixture.ts';
import { fact, level, unknown } from './level.fixture.ts';
import { scorecard } from './scorecard.fixture.ts';
import { text } from './series.fixture.ts';

const { release } = scorecard;

const action = (code: string, title: string, scope = 'COUNTRY') => ({
  ...{ code, kind: 'PRIORITY', scope, title: text(title) },
  quote: text(`The words of the meeting on ${code}`),
});
const summary = (code: string, unit = 'PT') => ({
  ...{ code, kind: 'NUMERIC', scope: 'COUNTRY', direction: 'DECREASE', decimals: 1 },
  ...{ unit, unitText: text(unit), name: text(`Name of ${code}`), stages: null },
});
const number = (code: string, points: [year: number, value: string][], more: object = {}) => ({
  ...{ actions: ['A1'], role: 'SUPPORTING', gaps: [], indicator: summary(code) },
  series: {
    bodies: [],
    target: null,
    points: points.map(([year, value]) => ({ year, value, status: 'A', missingReason: null })),
    cell: {
      ...{ area: 'KGZ', status: 'DELAYED', progress: null, flags: [] },
      ...{ expectedShare: null, expectedValue: null, level: level({ movement: 'UNKNOWN' }) },
      ...{ latestYear: points.at(-1)?.[0] ?? null, latestValue: points.at(-1)?.[1] ?? null },
      ...more,
    },
  },
});
/** Kyrgyzstan with three actions, a law of which one part is known, and four numbers. */
export const country = {
  ...{ release, year: 2025, firstYear: 2015, events: [], documents: [], sources: [], help: null },
  area: { code: 'KGZ', name: text('Kyrgyzstan') },
  actions: [
    { action: action('A1', 'Standards'), cell: { area: 'KGZ', level: level(), fact: fact() } },
    { action: action('A5', 'Shelters'), cell: { area: 'KGZ', level: unknown, fact: null } },
    {
      action: action('A7', 'Declaration', 'REGION'),
      cell: { area: 'CA4', level: level({ word: 'DONE' }), fact: null },
    },
  ],
  laws: [
    {
      ...law,
      provider: text('Ministry of Labour'),
      levels: [],
      elements: law.elements.map((element) => ({ ...element, counts: true })),
      cells: law.cells
        .filter(({ area }) => area === 'TJK')
        .map((cell) => ({ ...cell, area: 'KGZ' })),
    },
  ],
  indicators: [
    number('A1.2', [
      [2014, '15.0'],
      [2018, '12.9'],
      [2023, '9.2'],
    ]),
    number('A1.3', [[2020, '7']]),
    number('A1.4', []),
    number('A1.5', [], { status: 'SUPPRESSED' }),
  ],
  ...{ page: 1, pages: 1, indicatorCount: 4, knownCount: 3 },
  contacts: [{ body: text('Statistics'), mailbox: 'data@stat.example' }],
};
