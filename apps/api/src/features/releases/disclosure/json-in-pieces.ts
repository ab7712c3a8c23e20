/** How many values of a list are looked at together, and written in one piece if they are flat. */
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
    for (let from = 0; from < list.length; from += SLICE) {
      const slice = list.slice(from, from + SLICE);
      yield from === 0 ? '[' : ',';
      if (slice.every(isFlat)) yield JSON.stringify(slice).slice(1, -1);
      else
        for (const [at, value] of slice.entries()) {
          if (at > 0) yield ',';
          yield* jsonInPieces(value);
        }
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
