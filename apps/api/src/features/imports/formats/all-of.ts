/** What comes one by one, together: where it is known to be little. */
export async function allOf<One>(items: Iterable<One> | AsyncIterable<One>): Promise<One[]> {
  const all: One[] = [];
  for await (const item of items) all.push(item);
  return all;
}
