/** A published row: the release it began in, and the one that replaced it. */
export interface ReleasedRow {
  from: number;
  until: number | null;
}

/** The rows that stand in each release in which one of them began or ended, oldest first. */
export function rowsByRelease<T extends ReleasedRow>(
  rows: readonly T[],
): { release: string; released: T[] }[] {
  const sequences = new Set(rows.flatMap(({ from, until }) => [from, until ?? from]));
  return [...sequences]
    .sort((a, b) => a - b)
    .map((sequence) => ({
      release: String(sequence),
      released: rows.filter(
        ({ from, until }) => from <= sequence && (until === null || until > sequence),
      ),
    }));
}

/** A whole number as the database writes it. */
export const isCount = (value: string | null): value is string =>
  value !== null && /^\d{1,15}$/.test(value);
