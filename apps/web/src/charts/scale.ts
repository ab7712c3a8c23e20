/** Round numbers that cover low to high, about `count` of them. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const span = high > low ? high - low : Math.abs(high) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((m) => m * power >= rough * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  // multiplies instead of adding up, so that no rounding error such as that of 0.1 + 0.2 appears on an axis
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** Gives the position of a value between the two ends of its axis. */
export function onAxis(ticks: readonly number[], from: number, to: number) {
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  return (value: number): number => from + ((value - low) / (high - low)) * (to - from);
}

/** The ticks of a value axis. It starts at zero unless all values are in its upper part, where a change could hardly be seen. */
export function valueTicks(values: readonly number[], limit: number | null): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0) return [0, 1];
  const fromZero = low >= 0 && low < high * 0.6;
  const ticks = niceTicks(fromZero || low === high ? Math.min(0, low) : low, high, 5);
  return limit === null ? ticks : ticks.filter((tick) => tick <= limit || tick <= high);
}

/** The years that fit on an axis: each one, or every second, fifth or tenth, always round years. */
export function yearTicks(from: number, to: number, most: number): number[] {
  const step = [1, 2, 5, 10, 20].find((s) => (to - from) / s <= most) ?? 50;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}
