import type { EntityManager } from '@mikro-orm/postgresql';
import { thresholdOf } from '@qadam/domain';
import { readAreas, type FrameArea } from './areas.ts';
import { besideSuppressed } from './beside-suppressed.ts';
import { hideCumulativeSteps } from './cumulative-steps.ts';
import type { Disclosure } from './disclose.types.ts';
import { planTable, type TablePlan } from './plan-table.ts';
import { printedTables, yearsPrintedOpenly } from './published-table.ts';
import { storedTables, type Hiding, type StoredTable } from './released-counts.ts';
import { besideWithdrawn, withdrawnByYear, withdrawnCells } from './withdrawn-cells.ts';
import {
  populations,
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
  const suppressed = await besideSuppressed(em);
  const result: Disclosure = {
    hidden: suppressed,
    held: [],
    withheld: [],
    problems: [],
    changed: [],
  };
  const areas = await readAreas(em);
  const beside = new Set(suppressed.map(cellId));
  for (const indicator of await sensitiveIndicators(em)) {
    const facts = await readFacts(em, indicator, beside);
    for (const [year, table] of planYears(facts, indicator, areas, annual))
      collect(result, indicator, year, table);
  }
  const known = new Set(result.hidden.map(cellId));
  const withdrawn = await withdrawnCells(em);
  for (const cell of [...withdrawn, ...(await besideWithdrawn(em, areas))])
    if (!known.has(cellId(cell))) result.hidden.push(cell);
  return result;
}

const cellId = ({ indicator, year, key }: { indicator: string; year: number; key: string }) =>
  `${indicator} ${String(year)} ${key}`;

interface YearFacts {
  cells: SensitiveCell[];
  previous: StoredTable[];
  withdrawn: string[];
  population: (key: string) => string | undefined;
}

async function readFacts(
  em: EntityManager,
  indicator: SensitiveIndicator,
  beside: ReadonlySet<string>,
): Promise<Map<number, YearFacts>> {
  const { code } = indicator;
  const cellsOf = await sensitiveCells(em, indicator);
  const previousOf = await storedTables(em, code);
  const printedBefore = await yearsPrintedOpenly(em, code);
  const populationOf = await populations(em, indicator);
  const withdrawnIn = await withdrawnByYear(em, code);
  const facts = new Map<number, YearFacts>();
  for (const [year, cells] of cellsOf) {
    const previous = printedBefore.has(year)
      ? await printedTables(em, { indicator: code, year })
      : (previousOf.get(year) ?? []);
    facts.set(year, {
      cells: cells.filter(({ key }) => !beside.has(cellId({ indicator: code, year, key }))),
      previous,
      withdrawn: withdrawnIn.get(year) ?? [],
      population: populationOf(year),
    });
  }
  return facts;
}

/** All years of an indicator; the steps of a cumulative series join them: what they hide is planned again until none tells. */
function planYears(
  facts: ReadonlyMap<number, YearFacts>,
  indicator: SensitiveIndicator,
  areas: FrameArea[],
  annual: boolean,
): Map<number, PlannedTable> {
  const steps = new Map<number, string[]>();
  const plan = (year: number, of: YearFacts): PlannedTable => ({
    ...planTable({ indicator, areas, annual, ...of, steps: steps.get(year) ?? [] }),
    cells: of.cells,
    withdrawn: of.withdrawn,
  });
  const tables = new Map([...facts].map(([year, of]) => [year, plan(year, of)] as const));
  if (indicator.valueType !== 'CUMULATIVE') return tables;
  for (;;) {
    const telling = tellingSteps(tables, indicator);
    if (telling.size === 0) return tables;
    for (const [year, keys] of telling) {
      steps.set(year, [...(steps.get(year) ?? []), ...keys]);
      const of = facts.get(year);
      if (of) tables.set(year, plan(year, of));
    }
  }
}

function tellingSteps(
  tables: ReadonlyMap<number, PlannedTable>,
  { threshold }: SensitiveIndicator,
): Map<number, string[]> {
  const shown = new Map(
    [...tables].map(([year, { cells, plan, ratioHidden, besideRates }]) => {
      const hidden = new Set([...plan.hidden, ...ratioHidden, ...besideRates]);
      const isOut = plan.outcome === 'PLANNED';
      return [year, isOut ? cells.filter(({ key }) => !hidden.has(key)) : []] as const;
    }),
  );
  return hideCumulativeSteps(shown, (key) => thresholdOf(key, threshold));
}

function collect(
  result: Disclosure,
  indicator: SensitiveIndicator,
  year: number,
  table: PlannedTable,
) {
  const { plan, ratioHidden, besideRates, unchanged, unsafe, cells } = table;
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
  const small = smallOf(table, indicator);
  for (const key of plan.hidden) hiding.set(key, 'COUNT');
  for (const key of [...ratioHidden, ...besideRates]) if (!small.has(key)) hiding.set(key, 'RATIO');
  const primary = new Set([...plan.primary, ...ratioHidden, ...small]);
  const gone = new Set(table.withdrawn);
  for (const [key, hidingOf] of hiding) {
    const isPrimary = primary.has(key);
    const why = gone.has(key)
      ? 'WITHDRAWN'
      : hidingOf === 'RATIO'
        ? 'RATE'
        : isPrimary
          ? 'SMALL'
          : 'COVER';
    result.hidden.push({ ...at, key, primary: isPrimary, why });
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

/** The small counts among what is hidden. */
function smallOf({ cells, plan }: PlannedTable, { threshold }: SensitiveIndicator): Set<string> {
  const hidden = new Set(plan.hidden);
  return new Set(
    cells
      .filter(
        ({ key, count }) =>
          hidden.has(key) &&
          count !== null &&
          Number(count) > 0 &&
          Number(count) < thresholdOf(key, threshold),
      )
      .map(({ key }) => key),
  );
}

function reasonText(reason: { code: string; cell?: string; area?: string; face?: string }): string {
  return [reason.code, reason.cell, reason.area, reason.face]
    .filter((part) => part !== undefined)
    .join(' ');
}
