/** Values in a list without lists or objects of their own that are written at once. */
const SLICE = 500;

/** What `JSON.stringify` makes of plain data, piece by piece, however many values its lists have. */
export function* jsonInPieces(data: unknown): Generator<string> {
  if (typeof data !== 'object' || data === null) yield JSON.stringify(data);
  else if (!Array.isArray(data)) {
    const entries = Object.entries(data).filter(([, value]) => value !== undefined);
    for (const [at, [name, value]] of entries.entries()) {
      yield `${at === 0 ? '{' : ','}${JSON.stringify(name)}:`;
      yield* jsonInPieces(value);
    }
    yield entries.length === 0 ? '{}' : '}';
  } else {
    const list: readonly unknown[] = data;
    const size = list.every(isFlat) ? SLICE : 1;
    for (let from = 0; from < list.length; from += size) {
      yield from === 0 ? '[' : ',';
      if (size === 1) yield* jsonInPieces(list[from]);
      else yield JSON.stringify(list.slice(from, from + size)).slice(1, -1);
    }
    yield list.length === 0 ? '[]' : ']';
  }
}

const isFlat = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (!Array.isArray(value) &&
    Object.values(value).every((one) => typeof one !== 'object' || one === null));
