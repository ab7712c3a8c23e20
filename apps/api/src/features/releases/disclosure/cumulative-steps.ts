import { type ClusterCell, cumulativeDisclosure } from '@qadam/domain';

/**
 * Keys to hide by year, so that no step of a cumulative series between two years shown gives a small count away. The later
 * year goes, until nothing tells any more. `shown` holds the cells that the plans leave visible. Source: methods.md 2.5.
 */
export function hideCumulativeSteps(
  shown: ReadonlyMap<number, readonly ClusterCell[]>,
  thresholdOf: (key: string) => number,
): Map<number, string[]> {
  const hidden = new Map<number, string[]>();
  const cells = [...shown].flatMap(([year, list]) =>
    list.map(({ key, count }) => ({ key, year, value: count })),
  );
  for (const [key, series] of Map.groupBy(cells, (cell) => cell.key)) {
    let rest = series;
    for (;;) {
      const [first] = cumulativeDisclosure({
        series: rest,
        threshold: thresholdOf(key),
      }).disclosive;
      if (first === undefined) break;
      rest = rest.filter(({ year }) => year !== first.year);
      hidden.set(first.year, [...(hidden.get(first.year) ?? []), key]);
    }
  }
  return hidden;
}
