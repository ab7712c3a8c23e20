import type { Direction, IndicatorKind } from '../../graphql/enums.ts';

/** One text in the languages it exists in, by language. */
export type Texts = Record<string, string>;

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
  name: Texts;
  definition: Texts;
  stages: Record<string, string[]> | null;
  actions: string[];
}
