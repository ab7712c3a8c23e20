import type { LocalTextFragment } from '../ui/local-text.generated.ts';

/** What a chart needs to know about an indicator. A law has no chart, because it has no values over years. */
export interface ChartIndicator {
  kind: 'NUMERIC' | 'BINARY';
  unit: string;
  unitText: LocalTextFragment;
  decimals: number;
  /** The values are computed and not published, so they are shown rounded. */
  derived?: true;
  multiplier: string;
  min: string | null;
  max: string | null;
}

export interface ChartValue {
  year: number;
  value: string | null;
  obsStatus: string;
  missingReason: MissingReason | null;
  /** A note of the reporting body on the method. */
  note?: LocalTextFragment | null;
}
export type MissingReason = 'NOT_COLLECTED' | 'NOT_SHARED' | 'NOT_APPLICABLE' | 'SUPPRESSED';

export interface ChartTarget {
  baselineYear: number | null;
  baselineValue: string | null;
  path: 'LINEAR' | 'COMPOUND';
  /** Was the target set by the programme and not adopted by the country? */
  reference?: boolean;
  /** Milestone years and the target itself, which is the latest. */
  points: readonly { year: number; value: string }[];
}

export interface ChartProjection {
  latestYear: number | null;
  latestValue: string | null;
  /** The target year. */
  year: number | null;
  low: string | null;
  central: string | null;
  high: string | null;
}

export interface ChartSeries {
  area: string;
  values: readonly ChartValue[];
  target: ChartTarget | null;
  assessment: { projection: ChartProjection } | null;
  breaks: readonly { year: number }[];
}

export interface ChartBenchmark {
  id: string;
  value: string;
  per: string | null;
  kind: string;
  label: { text: string };
}

/** What is drawn besides the observed values. */
export const layers = ['target', 'proj', 'base', 'bench'] as const;
export type Layer = (typeof layers)[number];

export interface ChartView {
  from: number;
  to: number;
  layers: ReadonlySet<Layer>;
}
