import type { IndicatorKind, MissingReason, ReasonCode, ValueType } from '../../graphql/enums.ts';
import type { AreaRow } from './public-rows.ts';
import type { ValueHits } from './release.entity.ts';
import type { Texts } from '../../graphql/local-text.type.ts';

export interface QualityIndicatorRow {
  code: string;
  kind: IndicatorKind;
  unit: string;
  multiplier: string;
  decimals: number;
  valueType: ValueType;
  min: string | null;
  max: string | null;
  name: Texts;
}

export interface QualityValueRow {
  area: string;
  indicator: string;
  year: number;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  obsStatus: string;
  missingReason: MissingReason | null;
  submittedOn: string | null;
  noted: boolean;
}

export interface QualityRevisionRow {
  area: string;
  indicator: string;
  year: number;
  before: string;
  value: string;
  reason: ReasonCode | null;
}

export interface QualityRows {
  areas: AreaRow[];
  indicators: QualityIndicatorRow[];
  cycles: { year: number; dueOn: string }[];
  assignments: { cycle: number; area: string; indicator: string }[];
  values: QualityValueRow[];
  /** Oldest first. */
  revisions: QualityRevisionRow[];
  /** Of the values, where rules say something. */
  hits: readonly ValueHits[];
}
