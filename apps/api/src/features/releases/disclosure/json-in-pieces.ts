/** How many values of a flat list are written in one piece. */
const SLICE = 500;

/** The text that `JSON.stringify` makes of plain data, in small pieces however long its lists are. */
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

/** Is it a value without lists or objects inside? */
const isFlat = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (!Array.isArray(value) &&
    Object.values(value).every((one) => typeof one !== 'object' || one === null));
