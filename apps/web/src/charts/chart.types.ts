import type { LocalTextFragment } from '../ui/local-text.generated.ts';

/** What a chart needs to know of an indicator; a law has no values over years and no chart. */
export interface ChartIndicator {
  kind: 'NUMERIC' | 'BINARY';
  unit: string;
  unitText: LocalTextFragment;
  decimals: number;
  /** Computed, not published: read rounded. */
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
  /** On method, by the reporting body. */
  note?: LocalTextFragment | null;
}
export type MissingReason = 'NOT_COLLECTED' | 'NOT_SHARED' | 'NOT_APPLICABLE' | 'SUPPRESSED';

export interface ChartTarget {
  baselineYear: number | null;
  baselineValue: string | null;
  path: 'LINEAR' | 'COMPOUND';
  /** Set by the programme, not adopted by the country. */
  reference?: boolean;
  /** Milestone years and, last, the target itself. */
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
