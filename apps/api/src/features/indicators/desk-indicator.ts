import type { BreakdownDimension } from '@qadam/domain';
import type { Direction, IndicatorKind } from '../../graphql/enums.ts';
import type { StoredElement } from '../../graphql/law-element.type.ts';
import type { Texts } from '../../graphql/local-text.type.ts';

/** One side of the table in which the parts of a value are collected. */
export interface DeskAxis {
  dimension: BreakdownDimension;
  codes: { code: string; name: Texts }[];
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
  elements: StoredElement[];
  actions: string[];
}
