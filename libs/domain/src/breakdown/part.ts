import { TOTAL } from '../disclosure/table.ts';

export const BREAKDOWN_DIMENSIONS = ['sex', 'age', 'urbanisation', 'region', 'breakdown'] as const;
export type BreakdownDimension = (typeof BREAKDOWN_DIMENSIONS)[number];

/** Which part of an indicator a value stands for: a code of each dimension, `_T` where it is not divided. */
export type Part = Readonly<Record<BreakdownDimension, string>>;

export const WHOLE: Part = {
  sex: TOTAL,
  age: TOTAL,
  urbanisation: TOTAL,
  region: TOTAL,
  breakdown: TOTAL,
};

export const isWhole = (part: Part): boolean =>
  BREAKDOWN_DIMENSIONS.every((dimension) => part[dimension] === TOTAL);

/** The part as one text, the same for the same part: `sex=F age=Y0T17`; empty for the total. */
export function partKey(part: Part): string {
  return BREAKDOWN_DIMENSIONS.filter((dimension) => part[dimension] !== TOTAL)
    .map((dimension) => `${dimension}=${part[dimension]}`)
    .join(' ');
}
