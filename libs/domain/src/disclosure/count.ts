/** A count as callers give it: a number, or a decimal string such as "120" or "120.0". */
export type Count = number | string;

const INTEGER = /^\d+(?:\.0*)?$/;

/** The count as a whole number ≥ 0, or null if it is not one. */
export function parseCount(value: Count): number | null {
  const number = typeof value === 'number' || INTEGER.test(value) ? Number(value) : NaN;
  return Number.isSafeInteger(number) && number >= 0 ? number + 0 : null;
}

/** The same for a value that must be a count: throws RangeError if it is not. The message omits the value, which may be about people. */
export function toCount(value: Count): number {
  const count = parseCount(value);
  if (count === null) throw new RangeError('Not a count.');
  return count;
}

/** Small enough to identify a person: 0 < v < k. Zero identifies no one and is published. */
export function isSmall(value: number, threshold: number): boolean {
  return value > 0 && value < threshold;
}
