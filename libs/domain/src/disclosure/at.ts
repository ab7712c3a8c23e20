/** The element at `index`, which must exist: a wrong index is a bug and throws RangeError, it never counts as zero. */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`No element ${String(index)}`);
  return value;
}
