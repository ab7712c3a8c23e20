/** Element `index` of a list it must be in: a wrong index is a bug and stops, it is never a zero. */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`No element ${String(index)}`);
  return value;
}
