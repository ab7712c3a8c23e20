const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What somebody typed over `base`, carried over to what is stored meanwhile: what they changed stays theirs, everything
 * else is as it is stored now. A list is one thing.
 */
export function rebase<T extends object>(base: T, typed: T, stored: T): T {
  const carried = Object.entries(typed).map(([key, value]): [string, unknown] => {
    const before = (base as Record<string, unknown>)[key];
    const now = (stored as Record<string, unknown>)[key];
    if (isSame(before, value)) return [key, now];
    return [
      key,
      isRecord(before) && isRecord(value) && isRecord(now) ? rebase(before, value, now) : value,
    ];
  });
  return { ...stored, ...Object.fromEntries(carried) };
}
