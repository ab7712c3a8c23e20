/** Looks up by indicator and area. */
export function byCell<T extends { area: string }>(
  list: readonly T[],
  codeOf: (row: T) => string,
): (code: string, area: string) => T[] {
  const found = Map.groupBy(list, (row) => `${codeOf(row)} ${row.area}`);
  return (code, area) => found.get(`${code} ${area}`) ?? [];
}
