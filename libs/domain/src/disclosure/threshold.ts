import { DIMENSIONS, type ReleaseFrame } from './release-frame.ts';
import { TOTAL } from './table.ts';

/** The area of a cell, from its key. */
export const areaOf = (key: string): string => key.split('|')[0] ?? '';

/** The dimensions that a cell with these codes is broken down by, as indices of DIMENSIONS. */
export function brokenDownBy(codes: readonly string[]): number[] {
  return [...DIMENSIONS.keys()].filter((i) => codes[i] !== TOTAL);
}

/** The name of a face by its dimensions: `total`, `sex`, `sex+age`. */
export function faceName(dims: readonly number[]): string {
  return dims.map((i) => DIMENSIONS[i]).join('+') || 'total';
}

/**
 * k of a cell, from its key `AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN`: the higher one below
 * national level or where two breakdowns cross. Source: methods.md 2.2.
 */
export function thresholdOf(key: string, { base, detailed }: ReleaseFrame['threshold']): number {
  const [, ...codes] = key.split('|');
  const dims = brokenDownBy(codes);
  return dims.length > 1 || dims.some((i) => DIMENSIONS[i] === 'region') ? detailed : base;
}

/** The threshold that protects a count which several indicators share. Source: methods.md 2.7. */
export function strictestThreshold(
  indicators: readonly { readonly threshold: ReleaseFrame['threshold'] }[],
): ReleaseFrame['threshold'] {
  return {
    base: Math.max(...indicators.map(({ threshold }) => threshold.base)),
    detailed: Math.max(...indicators.map(({ threshold }) => threshold.detailed)),
  };
}
