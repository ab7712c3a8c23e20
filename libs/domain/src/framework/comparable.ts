interface Measured {
  kind: 'NUMERIC' | 'BINARY' | 'MILESTONE';
  unit: string;
  direction: string;
  sensitive?: boolean;
}

/**
 * May the values of several countries stand on one axis? A count follows the size of a country, and reported cases follow the
 * trust in the authorities: each country is read by itself.
 */
export const isComparable = ({ kind, unit, direction, sensitive = false }: Measured): boolean =>
  kind !== 'NUMERIC' || (unit !== 'NUMBER' && !(sensitive && direction === 'NONE'));
