import type { CompareQuery } from '../features/compare/compare.generated.ts';

type Comparison = NonNullable<CompareQuery['compare']>;
type Compared = Comparison['indicators'][number];
type Series = Compared['series'][number];

const en = (text: string) => ({ lang: 'en' as const, text });
const area = (code: string, name: string) => ({ code, name: en(name) });

/** "2018:12.9/0 2023:9.2/0.2868 2024:Q": for each year the value and its share of the way to the target; Q is hidden. */
export function comparedSeries(code: string, text: string, more: Partial<Series> = {}): Series {
  const points = text
    .split(' ')
    .filter(Boolean)
    .map((cell) => {
      const [year = '', figure = ''] = cell.split(':');
      const [value = '', progress = ''] = figure.split('/');
      const hidden = value === 'Q';
      return {
        year: Number(year),
        value: hidden ? null : value,
        status: hidden ? 'Q' : 'A',
        missingReason: null,
        progress: progress === '' ? null : progress,
      };
    });
  const latest = points.at(-1);
  return {
    cell: {
      area: code,
      status: latest?.progress == null ? 'NO_BASELINE' : 'DELAYED',
      progress: latest?.progress ?? null,
      latestYear: latest?.year ?? null,
      latestValue: latest?.value ?? null,
      flags: [],
      level: null,
    },
    points,
    target: {
      baselineYear: points.find(({ progress }) => progress === '0')?.year ?? null,
      baselineValue: points.find(({ progress }) => progress === '0')?.value ?? null,
      path: 'LINEAR',
      reference: true,
      points: [{ year: 2030, value: '0' }],
    },
    breaks: [],
    bodies: ['Statistical office'],
    licences: ['CC BY 4.0'],
    ...more,
  };
}

export function compared(
  code: string,
  name: string,
  series: readonly Series[],
  more: Partial<Compared['indicator']> = {},
): Compared {
  return {
    role: 'HEADLINE',
    indicator: {
      code,
      kind: 'NUMERIC',
      scope: 'COUNTRY',
      direction: 'DECREASE',
      decimals: 1,
      unit: 'PT',
      unitText: en('% of women'),
      name: en(name),
      stages: null,
      ...more,
    },
    definition: en('What is measured.'),
    series: [...series],
  };
}

/** Early marriage: Kyrgyzstan and Tajikistan have a baseline of their own, Uzbekistan has none. */
export const marriage = compared('A4.2', 'Married before 18', [
  comparedSeries('KGZ', '2018:12.9/0 2023:9.2/0.2868'),
  comparedSeries('TJK', '2012:11.6/0 2017:8.7/0.25'),
  comparedSeries('UZB', '2006:7.2'),
]);

export function comparison(...indicators: Compared[]): Comparison {
  return {
    release: {
      number: '2026.2',
      asOfYear: 2025,
      latest: true,
      publishedAt: '2026-02-14T09:00:00Z',
      methodVersion: '1.0',
    },
    areas: [
      area('KAZ', 'Kazakhstan'),
      area('KGZ', 'Kyrgyzstan'),
      area('TJK', 'Tajikistan'),
      area('UZB', 'Uzbekistan'),
      area('CA4', 'The four countries'),
    ],
    actions: [{ code: 'A4', title: en('Secure rights in marriage') }],
    choices: [
      { code: 'A4.2', name: en('Married before 18'), action: 'A4', known: 3 },
      { code: 'A6.6', name: en('Crisis centres'), action: null, known: 0 },
    ],
    indicators,
  };
}
