import type { EntityManager } from '@mikro-orm/postgresql';
import { thresholdOf } from '@qadam/domain';
import { readAreas, type FrameArea } from './areas.ts';
import { hideCumulativeSteps } from './cumulative-steps.ts';
import type { Disclosure } from './disclose.types.ts';
import { planTable, type TablePlan } from './plan-table.ts';
import { storedTables, type Hiding } from './released-counts.ts';
import { besideWithdrawn, withdrawnByYear, withdrawnCells } from './withdrawn-cells.ts';
import {
  denominators,
  sensitiveCells,
  sensitiveIndicators,
  type SensitiveCell,
  type SensitiveIndicator,
} from './sensitive-table.ts';

interface PlannedTable extends TablePlan {
  cells: SensitiveCell[];
  withdrawn: string[];
}

/** Decides for every sensitive indicator and year of the staged candidate. One indicator at a time: memory stays flat. */
export async function disclose(em: EntityManager, annual: boolean): Promise<Disclosure> {
  const result: Disclosure = { hidden: [], held: [], withheld: [], problems: [], changed: [] };
  const areas = await readAreas(em);
  for (const indicator of await sensitiveIndicators(em)) {
    const tables = await planIndicator(em, indicator, areas, annual);
    if (indicator.valueType === 'CUMULATIVE') hideSteps(tables, indicator);
    for (const [year, table] of tables) collect(result, indicator, year, table);
  }
  const known = new Set(result.hidden.map((cell) => `${cell.indicator} ${cell.year} ${cell.key}`));
  const withdrawn = await withdrawnCells(em);
  for (const cell of [...withdrawn, ...(await besideWithdrawn(em, areas))])
    if (!known.has(`${cell.indicator} ${cell.year} ${cell.key}`)) result.hidden.push(cell);
  return result;
}

async function planIndicator(
  em: EntityManager,
  indicator: SensitiveIndicator,
  areas: FrameArea[],
  annual: boolean,
) {
  const cellsOf = await sensitiveCells(em, indicator);
  const previousOf = await storedTables(em, indicator.code);
  const populations = await denominators(em, indicator);
  const withdrawnIn = await withdrawnByYear(em, indicator.code);
  const tables = new Map<number, PlannedTable>();
  for (const [year, cells] of cellsOf) {
    const previous = previousOf.get(year) ?? [];
    const population = (area: string) => populations.get(`${area} ${String(year)}`);
    const withdrawn = withdrawnIn.get(year) ?? [];
    tables.set(year, {
      ...planTable({
        indicator,
        areas,
        cells,
        previous,
        annual,
        population,
        withdrawn,
      }),
      cells,
      withdrawn,
    });
  }
  return tables;
}

function hideSteps(tables: Map<number, PlannedTable>, { threshold }: SensitiveIndicator) {
  const shown = new Map(
    [...tables].map(([year, { cells, plan, ratioHidden }]) => {
      const hidden = new Set([...plan.hidden, ...ratioHidden]);
      return [year, cells.filter(({ key }) => !hidden.has(key))] as const;
    }),
  );
  for (const [year, keys] of hideCumulativeSteps(shown, (key) => thresholdOf(key, threshold))) {
    tables.get(year)?.ratioHidden.push(...keys);
  }
}

function collect(
  result: Disclosure,
  indicator: SensitiveIndicator,
  year: number,
  table: PlannedTable,
) {
  const { plan, ratioHidden, unchanged, unsafe, cells } = table;
  const at = { indicator: indicator.code, year };
  for (const cell of unsafe) result.problems.push({ code: 'UNSAFE', ...at, cell });
  if (plan.outcome === 'INVALID') {
    for (const { code, ...where } of plan.problems) {
      result.problems.push({
        code,
        ...at,
        cell: 'cell' in where ? where.cell : `${where.area} ${where.face}`,
      });
    }
  }
  if (plan.outcome !== 'PLANNED') {
    const reasons = plan.outcome === 'INVALID' ? ['INVALID'] : plan.reasons.map(reasonText);
    result.held.push({ ...at, reasons });
    return;
  }
  const hiding = new Map<string, Hiding>();
  for (const key of ratioHidden) hiding.set(key, 'RATIO');
  for (const key of plan.hidden) hiding.set(key, 'COUNT');
  const primary = new Set([...plan.primary, ...ratioHidden, ...smallOf(table, indicator)]);
  const gone = new Set(table.withdrawn);
  for (const [key, hidingOf] of hiding) {
    const small = primary.has(key);
    const why = gone.has(key)
      ? 'WITHDRAWN'
      : hidingOf === 'RATIO'
        ? 'RATE'
        : small
          ? 'SMALL'
          : 'COVER';
    result.hidden.push({ ...at, key, primary: small, why });
  }
  const tooDeep = plan.problems.flatMap((problem) =>
    'face' in problem ? [{ area: problem.area, face: problem.face, reason: problem.code }] : [],
  );
  const withheld = [...plan.withheld, ...tooDeep];
  for (const face of withheld) result.withheld.push({ ...at, ...face });
  if (unchanged) return;
  result.changed.push({
    ...at,
    threshold: indicator.threshold,
    withheld: withheld.map(({ area, face }) => ({ area, face })),
    counts: cells.flatMap(({ key, count }) =>
      count === null ? [] : [{ key, value: count, hiding: hiding.get(key) ?? null }],
    ),
  });
}

/** A table decided as before names no primary cells again: they are its hidden small counts. */
function smallOf(
  { cells, plan, unchanged }: PlannedTable,
  { threshold }: SensitiveIndicator,
): string[] {
  if (!unchanged) return [];
  const hidden = new Set(plan.hidden);
  return cells
    .filter(
      ({ key, count }) =>
        hidden.has(key) &&
        count !== null &&
        Number(count) > 0 &&
        Number(count) < thresholdOf(key, threshold),
    )
    .map(({ key }) => key);
}

function reasonText(reason: { code: string; cell?: string; area?: string; face?: string }): string {
  return [reason.code, reason.cell, reason.area, reason.face]
    .filter((part) => part !== undefined)
    .join(' ');
}
