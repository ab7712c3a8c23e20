import { NO_PLAIN_FIELDS } from '@qadam/domain';
import type { IndicatorAssessment, IndicatorData, IndicatorSeries } from './indicator-data.ts';

type Value = IndicatorSeries['values'][number];
const en = (text: string) => ({ lang: 'en' as const, text });

export const value = (year: number, figure: string | null, more: Partial<Value> = {}): Value => ({
  year,
  value: figure,
  progress: null,
  sex: '_T',
  age: '_T',
  urbanisation: '_T',
  region: '_T',
  breakdown: '_T',
  numerator: null,
  denominator: null,
  obsStatus: figure === null ? 'O' : 'A',
  missingReason: null,
  source: 'office',
  sourceText: null,
  body: null,
  period: null,
  note: null,
  via: 'SOURCE_IMPORT',
  submittedOn: null,
  approvedOn: null,
  revision: 1,
  withdrawnOn: null,
  reason: null,
  since: '2026.1',
  sinceOn: '2026-01-15',
  earlier: [],
  ...more,
});

export const assessment = (
  more: Partial<Omit<IndicatorAssessment, 'projection'>> & {
    projection?: Partial<IndicatorAssessment['projection']>;
  } = {},
): IndicatorAssessment => ({
  status: 'NO_DATA',
  progress: null,
  pace: null,
  expectedShare: null,
  expectedValue: null,
  latestYear: null,
  latestValue: null,
  flags: [],
  benchmarkGaps: [],
  ...more,
  projection: {
    reason: null,
    latestYear: null,
    latestValue: null,
    requiredPerYear: null,
    actualPerYear: null,
    ratio: null,
    points: 0,
    fromYear: null,
    year: null,
    low: null,
    central: null,
    high: null,
    reachedLow: null,
    reachedCentral: null,
    reachedHigh: null,
    pathGap: null,
    flags: [],
    ...more.projection,
  },
});

export const target = (
  baseline: [number, string] | null,
  year: number,
  goal: string,
): NonNullable<IndicatorSeries['target']> => ({
  version: 1,
  baselineYear: baseline?.[0] ?? null,
  baselineValue: baseline?.[1] ?? null,
  baselineSource: baseline === null ? null : 'office',
  path: 'LINEAR',
  points: [{ year, value: goal }],
  tolerance: '0',
  reference: true,
  citation: en('SDG target 5.3, 2030 Agenda'),
  rationale: en('No early marriage by 2030.'),
  confirmedOn: null,
});

export const series = (area: string, more: Partial<IndicatorSeries> = {}): IndicatorSeries => ({
  area,
  values: [],
  breakdowns: [],
  breakdownCount: more.breakdowns?.length ?? 0,
  target: null,
  assessment: assessment(),
  breaks: [],
  alternatives: [],
  withheld: [],
  ...more,
});

/** A made-up indicator in the shape of early marriage: two surveys in Kyrgyzstan, a baseline in Kazakhstan, nothing else. */
export function indicatorData(more: Partial<IndicatorData['indicator']> = {}): IndicatorData {
  return {
    release: {
      number: '2026.2',
      asOfYear: 2025,
      latest: true,
      publishedAt: '2026-11-25T01:00:00Z',
      methodVersion: '1.0',
    },
    areas: [
      { code: 'KAZ', name: en('Kazakhstan') },
      { code: 'KGZ', name: en('Kyrgyzstan') },
      { code: 'TJK', name: en('Tajikistan') },
      { code: 'UZB', name: en('Uzbekistan') },
    ],
    law: null,
    indicator: {
      code: 'A4.2',
      kind: 'NUMERIC',
      scope: 'COUNTRY',
      direction: 'DECREASE',
      valueType: 'FLOW',
      regionalMethod: 'MEAN',
      decimals: 1,
      unit: 'PT',
      unitText: en('% of women 20–24'),
      multiplier: '1',
      min: '0',
      max: '100',
      sensitive: false,
      ...NO_PLAIN_FIELDS,
      sdgCode: '5.3.1',
      breakdowns: [],
      name: en('Married or in a union before 18'),
      definition: en('Women aged 20–24 who were first married or in a union before the age of 18.'),
      stages: null,
      sheet: [{ key: 'limitations', text: en('Survey years only.') }],
      ...more,
    },
    actions: [{ code: 'A4', title: en('Secure rights in early marriages'), role: 'HEADLINE' }],
    related: [
      {
        action: 'A4',
        indicator: 'A4.3',
        name: en('Before 15'),
        role: 'SUPPORTING',
        kind: 'NUMERIC',
        decimals: 1,
        unit: 'PT',
        latest: [{ area: 'KGZ', year: 2023, value: '0.3' }],
      },
    ],
    parts: [],
    series: [
      series('KAZ', {
        values: [value(2015, '7')],
        target: target([2015, '7'], 2030, '0'),
        assessment: assessment({
          projection: {
            reason: 'FEWER_THAN_3_POINTS',
            requiredPerYear: '-0.4667',
            latestYear: 2015,
            latestValue: '7',
          },
        }),
      }),
      series('KGZ', {
        values: [
          value(2018, '12.9', { progress: '0' }),
          value(2023, '9.2', {
            progress: '0.2868',
            obsStatus: 'P',
            note: en('Household survey.'),
          }),
        ],
        target: target([2018, '12.9'], 2030, '0'),
        assessment: assessment({
          status: 'DELAYED',
          progress: '0.2868',
          pace: '0.6884',
          expectedShare: '0.4167',
          latestYear: 2023,
          latestValue: '9.2',
          flags: ['PROVISIONAL'],
          projection: {
            reason: 'FEWER_THAN_3_POINTS',
            requiredPerYear: '-1.3143',
            latestYear: 2023,
            latestValue: '9.2',
            pathGap: '-1.675',
            points: 2,
          },
        }),
        alternatives: [
          {
            area: 'KGZ',
            year: 2023,
            value: '9.57',
            source: 'un',
            note: en('Another survey.'),
            chosen: en('The national figure was chosen.'),
          },
        ],
      }),
      series('TJK', {
        values: [value(2017, null, { obsStatus: 'Q' })],
        assessment: assessment({
          status: 'SUPPRESSED',
          projection: { reason: 'SUPPRESSED', latestYear: 2017 },
        }),
      }),
      series('UZB', {
        target: target(null, 2030, '0'),
        assessment: assessment({ projection: { reason: 'NO_DATA' } }),
      }),
    ],
    benchmarks: [],
    events: [],
    documents: [],
    sources: [
      {
        id: 'office',
        title: 'Survey tables',
        publisher: 'National Statistical Committee',
        year: 2024,
        url: 'https://stat.example/',
        licence: 'CC BY 4.0',
        kind: 'OFFICIAL',
      },
      {
        id: 'un',
        title: 'SDG database',
        publisher: 'United Nations',
        year: 2020,
        url: null,
        licence: 'free use',
        kind: 'DATASET',
      },
    ],
  };
}
