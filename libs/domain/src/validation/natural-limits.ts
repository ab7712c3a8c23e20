import type { CheckedIndicator } from './check-cell.types.ts';
import type { RangeInput } from './range.ts';

const STAGES = 5;

/**
 * The values an indicator can take: 0 or 1 for a yes/no question, whole steps 0 … 5 for a law unless it
 * has other limits, else the limits of the indicator. Source: methods.md 1.6, 7.
 */
export function naturalLimits({ kind, min, max, integer, step }: CheckedIndicator): RangeInput {
  if (kind === 'BINARY') return { min: 0, max: 1, integer: true };
  if (kind === 'MILESTONE') return { min: min ?? 0, max: max ?? STAGES, integer: true };
  return { min, max, integer, step };
}
