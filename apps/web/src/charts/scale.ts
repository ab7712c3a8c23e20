/** Round numbers that cover low to high, about `count` of them. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const span = high > low ? high - low : Math.abs(high) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((m) => m * power >= rough * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  // multiplied, not added up: 0.1 + 0.2 would end up on an axis
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** Where values lie between these ends of their axis. */
export function onAxis(ticks: readonly number[], from: number, to: number) {
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  return (value: number): number => from + ((value - low) / (high - low)) * (to - from);
}

/** A value axis starts at zero unless the values fill only its upper part, where a rise would vanish. */
export function valueTicks(values: readonly number[], limit: number | null): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0) return [0, 1];
  const fromZero = low >= 0 && low < high * 0.6;
  const ticks = niceTicks(fromZero || low === high ? Math.min(0, low) : low, high, 5);
  return limit === null ? ticks : ticks.filter((tick) => tick <= limit || tick <= high);
}

/** Years that fit: every one, every second, fifth or tenth, counted from round years. */
export function yearTicks(from: number, to: number, most: number): number[] {
  const step = [1, 2, 5, 10, 20].find((s) => (to - from) / s <= most) ?? 50;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}
