import { valueTicks } from '../scale.ts';
import type { Curve } from '../curve.ts';

/** Every year in which an area has both values, because values of different years cannot be compared. */
export function scatterModel(x: readonly Curve[], y: readonly Curve[]) {
  const areas = [...new Set([...x, ...y].map(({ area }) => area))];
  const pairs = areas.flatMap((area) => {
    const [across, up] = [x, y].map(
      (curves) => curves.find((curve) => curve.area === area)?.observed ?? [],
    );
    const both = (across ?? []).flatMap((point) => {
      const other = up?.find(({ year }) => year === point.year);
      return point.value !== null && other?.value != null
        ? [{ area, year: point.year, x: point, y: other }]
        : [];
    });
    // the newest of each area gets the name
    return both.map((pair, i) => ({ ...pair, newest: i === both.length - 1 }));
  });
  const numbers = (axis: 'x' | 'y') => pairs.map((pair) => Number(pair[axis].value));
  return {
    /** Area by area, the oldest first. */
    pairs,
    /** The areas that never had both values in the same year. */
    without: areas.filter((area) => pairs.every((pair) => pair.area !== area)),
    xTicks: valueTicks(numbers('x'), null),
    yTicks: valueTicks(numbers('y'), null),
  };
}
export type ScatterModel = ReturnType<typeof scatterModel>;
export type Pair = ScatterModel['pairs'][number];
