import type { DocumentFragment } from '../ui/document.generated.ts';
import type { IndicatorSummaryFragment, ShortSeriesFragment } from '../ui/indicator.generated.ts';

type Status = ShortSeriesFragment['cell']['status'];

/** Pieces that the pages of an action and of a country share. */
export const text = (words: string) => ({ lang: 'en' as const, text: words });

export const release = {
  number: '2026.2',
  asOfYear: 2025,
  latest: true,
  publishedAt: '2026-11-25T01:00:00Z',
};

export const indicator = (code: string, name: string): IndicatorSummaryFragment => ({
  code,
  kind: 'NUMERIC',
  scope: 'COUNTRY',
  direction: 'INCREASE',
  decimals: 0,
  unit: 'PLACES',
  unitText: text('places'),
  name: text(name),
  stages: null,
});

export const series = (
  area: string,
  status: Status,
  value: string | null,
): ShortSeriesFragment => ({
  cell: {
    area,
    status,
    level: null,
    progress: null,
    latestYear: value === null ? null : 2024,
    latestValue: value,
    expectedShare: null,
    expectedValue: null,
    flags: [],
  },
  points: value === null ? [] : [{ year: 2024, value, status: 'A', missingReason: null }],
  bodies: value === null ? [] : ['Ministry of the Interior'],
  target: null,
});

export const document = (area: string, title: string): DocumentFragment => ({
  ...{ id: `d-${title}`, kind: 'FILE', title, mediaType: 'application/pdf', size: 2048 },
  ...{ lang: 'ru', url: `/documents/${title}`, indicator: 'A5.1', area, year: 2024 },
});
