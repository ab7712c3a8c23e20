import type { IndicatorKind } from '../progress/target.ts';

interface Measured {
  kind: IndicatorKind;
  unit: string;
  direction: string;
  sensitive?: boolean;
}

/**
 * May the values of several countries be drawn on one axis? Not counts, which depend on the size of a country, nor reported cases,
 * which depend on trust in the authorities: there each country is shown by itself.
 */
export const isComparable = ({ kind, unit, direction, sensitive = false }: Measured): boolean =>
  kind !== 'NUMERIC' || (unit !== 'NUMBER' && !(sensitive && direction === 'NONE'));
