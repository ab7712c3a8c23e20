import type { EntityManager } from '@mikro-orm/postgresql';
import { thresholdOf } from '@qadam/domain';
import { readAreas } from './areas.ts';
import { besideSuppressed } from './beside-suppressed.ts';
import type { Disclosure } from './disclose.types.ts';
import type { PlannedTable, TableFacts, YearFacts } from './plan-tables.ts';
import type { Plans } from './planner.ts';
import { printedTables, yearsPrintedOpenly } from './published-table.ts';
import { storedTables, type Hiding } from './released-counts.ts';
import { besideWithdrawn, withdrawnByYear, withdrawnCells } from './withdrawn-cells.ts';
import {
  populations,
  sensitiveCells,
  sensitiveIndicators,
  type SensitiveIndicator,
} from './sensitive-table.ts';

/**
 * Decides for every sensitive indicator and year of the staged candidate. One indicator at a time: memory stays flat. Throws
 * NotPlanned, when all facts have been read, where some are not planned yet.
 */
export async function disclose(
  em: EntityManager,
  annual: boolean,
  plans: Plans,
): Promise<Disclosure> {
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
    const years = await readYears(em, indicator, beside);
    const found = plans.find('tables', { indicator, areas, annual, years });
    if (found === 'FAILED') holdBack(result, indicator, years);
    else for (const table of found?.plan ?? []) collect(result, indicator, table);
  }
  const known = new Set(result.hidden.map(cellId));
  const withdrawn = await withdrawnCells(em);
  for (const cell of [...withdrawn, ...(await besideWithdrawn(em, areas, plans))])
    if (!known.has(cellId(cell))) result.hidden.push(cell);
  plans.demand();
  return result;
}

const cellId = ({ indicator, year, key }: { indicator: string; year: number; key: string }) =>
  `${indicator} ${String(year)} ${key}`;

/** Nothing of a table that could not be planned is published, and nothing else either before somebody has looked into it. */
function holdBack(
  result: Disclosure,
  { code }: SensitiveIndicator,
  years: TableFacts['years'],
): void {
  for (const { year } of years) {
    const at = { indicator: code, year };
    result.held.push({ ...at, reasons: ['NOT_PLANNED'] });
    result.problems.push({ code: 'NOT_PLANNED', ...at, cell: '' });
  }
}

async function readYears(
  em: EntityManager,
  indicator: SensitiveIndicator,
  beside: ReadonlySet<string>,
): Promise<YearFacts[]> {
  const { code } = indicator;
  const cellsOf = await sensitiveCells(em, indicator);
  const previousOf = await storedTables(em, code);
  const printedBefore = await yearsPrintedOpenly(em, code);
  const populationOf = await populations(em, indicator);
  const withdrawnIn = await withdrawnByYear(em, code);
  const years: YearFacts[] = [];
  for (const [year, cells] of cellsOf) {
    const previous = printedBefore.has(year)
      ? await printedTables(em, { indicator: code, year })
      : (previousOf.get(year) ?? []);
    years.push({
      year,
      cells: cells.filter(({ key }) => !beside.has(cellId({ indicator: code, year, key }))),
      previous,
      withdrawn: withdrawnIn.get(year) ?? [],
      population: populationOf(year, cells),
    });
  }
  return years;
}

function collect(result: Disclosure, indicator: SensitiveIndicator, table: PlannedTable) {
  const { plan, ratioHidden, besideRates, unchanged, unsafe, cells } = table;
  const at = { indicator: indicator.code, year: table.year };
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
