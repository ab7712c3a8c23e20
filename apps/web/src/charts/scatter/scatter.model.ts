import { valueTicks } from '../scale.ts';
import type { Observed, Curve } from '../curve.ts';

/** Two values of one area in one year. */
export interface Pair {
  area: string;
  year: number;
  x: Observed;
  y: Observed;
  /** The newest of its area: the one that is named. */
  newest: boolean;
}

export interface ScatterModel {
  /** Area by area, oldest first. */
  pairs: Pair[];
  /** Those that never had both values in one year. */
  without: string[];
  xTicks: number[];
  yTicks: number[];
}

/** Every year in which an area has both values: values of different years would say nothing of each other. */
export function scatterModel(x: readonly Curve[], y: readonly Curve[]): ScatterModel {
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
    return both.map((pair, i) => ({ ...pair, newest: i === both.length - 1 }));
  });
  const numbers = (axis: 'x' | 'y') => pairs.map((pair) => Number(pair[axis].value));
  return {
    pairs,
    without: areas.filter((area) => pairs.every((pair) => pair.area !== area)),
    xTicks: valueTicks(numbers('x'), null),
    yTicks: valueTicks(numbers('y'), null),
  };
}
