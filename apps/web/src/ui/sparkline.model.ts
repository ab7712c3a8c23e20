export interface SparkPoint {
  year: number;
  /** null: a gap or hidden. */
  value: string | null;
}
/** Pixel positions of the points; the only place where a value becomes a float. */
export function spark(
  points: readonly SparkPoint[],
  width: number,
  height: number,
  pad: number,
  /** The ends of the value axis; without them, the lowest and the highest value. */
  range?: readonly [number, number],
) {
  const known = points.flatMap((p) =>
    p.value === null ? [] : [{ year: p.year, value: Number(p.value) }],
  );
  const years = points.map((p) => p.year);
  const values = known.map((p) => p.value);
  const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)];
  const [low, high] = range ?? [Math.min(...values), Math.max(...values)];
  const scale = (v: number, from: number, to: number, start: number, end: number) =>
    to === from ? (start + end) / 2 : start + ((v - from) / (to - from)) * (end - start);
  /** Runs of consecutive years: a missing year interrupts the line. */
  const runs: { x: number; y: number }[][] = [];
  let before: number | undefined;
  for (const { year, value } of known) {
    const point = {
      x: scale(year, firstYear, lastYear, pad, width - pad),
      y: scale(value, low, high, height - pad, pad),
    };
    const run = runs.at(-1);
    if (run && before === year - 1) run.push(point);
    else runs.push([point]);
    before = year;
  }
  return { runs, last: runs.at(-1)?.at(-1) };
}
