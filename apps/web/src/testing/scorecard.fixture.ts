import type { ScorecardData } from '../features/scorecard/scorecard.types.ts';

const text = (words: string) => ({ lang: 'ru' as const, text: words });
const areas = ['KAZ', 'KGZ', 'TJK', 'UZB'];

type Cell = ScorecardData['rows'][number]['cells'][number];
const cell = (area: string, change: Partial<Cell> = {}): Cell => ({
  area,
  status: 'INSUFFICIENT_DATA',
  coverage: { assessed: 0, total: 2, display: 'NO_FIGURE', central: null, low: null, high: null },
  move: null,
  history: { firstYear: 2023, percents: [null, null, null] },
  ...change,
});

const milestone = {
  code: 'A1.1',
  kind: 'MILESTONE' as const,
  scope: 'COUNTRY' as const,
  direction: 'INCREASE' as const,
  decimals: 0,
  unit: 'STAGE',
  unitText: text('ступень 0–5'),
  name: text('Самостоятельная политика'),
  stages: null,
};

/** One country on track, one with one known fact, two with nothing; and the action that all four share. */
export const scorecard: ScorecardData = {
  year: 2025,
  firstYear: 2015,
  release: {
    number: '2026.2',
    asOfYear: 2025,
    publishedAt: '2026-11-25T01:00:00Z',
    latest: true,
    previous: '2026.1',
    methodVersion: '1.0',
    contentHash: 'abc',
    auditHead: 'def',
    note: text('Примечание'),
  },
  areas: areas.map((code) => ({ code, name: text(code) })),
  rows: [
    {
      action: {
        code: 'A1',
        kind: 'PRIORITY',
        pillar: 'ZERO_TOLERANCE',
        scope: 'COUNTRY',
        title: text('Выделить гендерное равенство'),
      },
      cells: [
        cell('KAZ', {
          status: 'ON_TRACK',
          coverage: { assessed: 2, total: 2, display: 'FIGURE', central: 58, low: 58, high: 58 },
          move: { class: 'STATUS_UP', from: 'DELAYED', steps: 1, fromCentral: 41 },
          history: { firstYear: 2023, percents: [null, 41, 58] },
        }),
        cell('KGZ'),
        cell('TJK'),
        cell('UZB'),
      ],
      indicators: [
        {
          role: 'HEADLINE',
          indicator: milestone,
          cells: areas.map((area) => ({
            area,
            status: area === 'TJK' ? 'SUPPRESSED' : 'NO_DATA',
            progress: null,
            latestYear: area === 'KGZ' ? 2024 : null,
            latestValue: area === 'KGZ' ? '4' : null,
            flags: [],
          })),
          trends: [],
        },
      ],
    },
    {
      action: {
        code: 'A7',
        kind: 'PRIORITY',
        pillar: 'ZERO_TOLERANCE',
        scope: 'REGION',
        title: text('Начать работу над декларацией'),
      },
      cells: [
        cell('CA4', {
          status: 'DELAYED',
          coverage: {
            assessed: 1,
            total: 2,
            display: 'FIGURE_AND_RANGE',
            central: 40,
            low: 20,
            high: 70,
          },
        }),
      ],
      indicators: [],
    },
  ],
};
