/** Collects all items in a list; only for sources known to be small. */
export async function allOf<One>(items: Iterable<One> | AsyncIterable<One>): Promise<One[]> {
  const all: One[] = [];
  for await (const item of items) all.push(item);
  return all;
}
