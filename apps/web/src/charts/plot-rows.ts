import type { PlotModel } from './line/line.model.ts';

export type PlotRow = { year: number } & Record<string, number>;

/** One row per year for Recharts; a key per run, so that nothing joins what the model keeps apart. */
export function plotRows({ tracks }: PlotModel, from: number, to: number): PlotRow[] {
  const rows = new Map<number, PlotRow>();
  for (let year = from; year <= to; year++) rows.set(year, { year });
  for (const { area, runs } of tracks)
    for (const [i, run] of runs.entries())
      for (const { year, value } of run) {
        const row = rows.get(year);
        if (row) row[`${area}.${i}`] = value;
      }
  return [...rows.values()];
}
