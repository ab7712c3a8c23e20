import type { PlotModel } from './line/line.model.ts';

type Cell = number | [number, number];
export type PlotRow = { year: number } & Record<string, Cell>;

/** One row per year for Recharts; a key per run, so that nothing joins what the model keeps apart. */
export function plotRows({ tracks }: PlotModel, from: number, to: number): PlotRow[] {
  const rows = new Map<number, PlotRow>();
  for (let year = from; year <= to; year++) rows.set(year, { year });
  const put = (year: number, key: string, cell: Cell) => {
    const row = rows.get(year);
    if (row) row[key] = cell;
  };
  for (const { area, runs, path, fan } of tracks) {
    for (const [i, run] of runs.entries())
      for (const { year, value } of run) put(year, `${area}.${i}`, value);
    for (const { year, value } of path) put(year, `${area}.path`, value);
    for (const { year, value, low, high } of fan) {
      put(year, `${area}.fan`, value);
      put(year, `${area}.band`, [low, high]);
    }
  }
  return [...rows.values()];
}
