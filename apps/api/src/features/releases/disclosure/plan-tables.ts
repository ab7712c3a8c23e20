import { thresholdOf } from '@qadam/domain';
import type { FrameArea } from './areas.ts';
import { hideCumulativeSteps } from './cumulative-steps.ts';
import { planTable, type TablePlan } from './plan-table.ts';
import type { StoredTable } from './released-counts.ts';
import type { SensitiveCell, SensitiveIndicator } from './sensitive-table.ts';

/** All that is to be known of a sensitive indicator to plan its tables: plain data. */
export interface TableFacts {
  indicator: SensitiveIndicator;
  areas: FrameArea[];
  annual: boolean;
  years: YearFacts[];
}

export interface YearFacts {
  year: number;
  cells: SensitiveCell[];
  previous: StoredTable[];
  withdrawn: string[];
  /** By cell key, where it is known. */
  population: Record<string, string>;
}

export interface PlannedTable extends TablePlan {
  year: number;
  cells: SensitiveCell[];
  withdrawn: string[];
}

/**
 * Disclosure control of all years of an indicator; the steps of a cumulative series join them: what they hide is planned
 * again until none tells. Runs in the planning thread.
 */
export function planTables({ indicator, areas, annual, years }: TableFacts): PlannedTable[] {
  const steps = new Map<number, string[]>();
  const plan = (facts: YearFacts): PlannedTable => ({
    ...planTable({ indicator, areas, annual, ...facts, steps: steps.get(facts.year) ?? [] }),
    year: facts.year,
    cells: facts.cells,
    withdrawn: facts.withdrawn,
  });
  let tables = years.map(plan);
  if (indicator.valueType !== 'CUMULATIVE') return tables;
  for (;;) {
    const telling = tellingSteps(tables, indicator);
    if (telling.size === 0) return tables;
    for (const [year, keys] of telling) steps.set(year, [...(steps.get(year) ?? []), ...keys]);
    tables = tables.map((table, i) => {
      const facts = years[i];
      return facts && telling.has(table.year) ? plan(facts) : table;
    });
  }
}

function tellingSteps(
  tables: readonly PlannedTable[],
  { threshold }: SensitiveIndicator,
): Map<number, string[]> {
  const shown = new Map(
    tables.map(({ year, cells, plan, ratioHidden, besideRates }) => {
      const hidden = new Set([...plan.hidden, ...ratioHidden, ...besideRates]);
      const isOut = plan.outcome === 'PLANNED';
      return [year, isOut ? cells.filter(({ key }) => !hidden.has(key)) : []] as const;
    }),
  );
  return hideCumulativeSteps(shown, (key) => thresholdOf(key, threshold));
}
