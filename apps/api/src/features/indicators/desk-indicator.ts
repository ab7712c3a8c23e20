import type { BreakdownDimension } from '@qadam/domain';
import type { Direction, ElementOrigin, IndicatorKind } from '../../graphql/enums.ts';
import type { Texts } from '../../graphql/local-text.type.ts';

/** One side of the table in which the parts of a value are collected. */
export interface DeskAxis {
  dimension: BreakdownDimension;
  codes: { code: string; name: Texts }[];
}

/** A part of a law, with a stage of its own. */
export interface DeskElement {
  code: string;
  name: Texts;
  definition: Texts;
  instrument: string | null;
  origin: ElementOrigin;
  counts: boolean;
}

/** What a desk needs to know of an indicator: to show it, to check a value, to compute a rate. */
export interface DeskIndicator {
  code: string;
  kind: IndicatorKind;
  scope: 'COUNTRY' | 'REGION';
  unit: string;
  unitText: Texts;
  multiplier: string;
  decimals: number;
  direction: Direction;
  reportedCases: boolean;
  valueType: 'STOCK' | 'FLOW' | 'CUMULATIVE';
  min: string | null;
  max: string | null;
  whole: boolean;
  /** Entered as numerator and denominator. */
  ratio: boolean;
  regionalMethod: string;
  /** Empty where only the whole is asked for; the first are the rows. */
  tableAxes: DeskAxis[];
  name: Texts;
  definition: Texts;
  stages: Record<string, string[]> | null;
  /** Of a law, in order; of nothing else any. */
  elements: DeskElement[];
  actions: string[];
}
