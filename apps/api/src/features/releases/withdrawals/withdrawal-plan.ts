import { hash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  countName,
  type CountPart,
  hiddenWithoutCounts,
  SharedCounts,
  strictestThreshold,
} from '@qadam/domain';
import { type MeasuredIndicator, readIndicators } from '../../framework/shared-counts.ts';
import { type FrameArea, frameOf, groupsOf, readAreas } from '../disclosure/frame.ts';
import type { Plans } from '../disclosure/planner.ts';
import { withdrawnCells } from '../disclosure/withdrawn-cells.ts';
import {
  type PublishedTable,
  publishedTables,
  type TableName,
  tableName,
} from '../disclosure/published-table.ts';

export interface PlannedCell {
  indicator: string;
  /** AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN */
  key: string;
  /** True if nobody asked for it: it goes because it would give the withdrawn cell away. */
  cover: boolean;
}

export interface WantedCell extends TableName {
  key: string;
}

/** An indicator that shows the count of a withdrawn cell, as its own count or as its denominator. */
interface Carrier {
  indicator: MeasuredIndicator;
  part: CountPart;
}

/** Plans each cell separately; null for a cell where that failed. Throws NotPlanned, see Planner. */
export type PlanCells = (plans: Plans) => (PlannedCell[] | null)[];

/**
 * For each requested cell, what must be withdrawn with it in every release (methods.md 2.6; decision 0014): in its own table, and in those of all
 * indicators that show the same count (methods.md 2.7). Four statements read the facts for all cells.
 */
export async function readForPlan(
  em: EntityManager,
  wanted: readonly WantedCell[],
): Promise<PlanCells> {
  if (wanted.length === 0) return () => [];
  const indicators = await readIndicators(em);
  const shared = new SharedCounts(indicators);
  const carriersOf = new Map(
    wanted.map(({ indicator }) => [indicator, carriers(indicators, shared, indicator)]),
  );
  const names = wanted.flatMap((cell) =>
    (carriersOf.get(cell.indicator) ?? []).map(({ indicator: { code } }) => ({
      indicator: code,
      year: cell.year,
    })),
  );
  const tables =
    names.length === 0 ? new Map<string, PublishedTable>() : await publishedTables(em, names);
  const areas = await readAreas(em);
  const gone = Map.groupBy(await withdrawnCells(em), tableName);
  const cellsOf = (cell: WantedCell, plans: Plans): PlannedCell[] | null => {
    const found = (carriersOf.get(cell.indicator) ?? []).flatMap((carrier) => {
      const name = tableName({ indicator: carrier.indicator.code, year: cell.year });
      const table = tables.get(name);
      return table ? [{ ...carrier, table }] : [];
    });
    const earlier = gone.get(tableName(cell)) ?? [];
    const withdrawn = earlier.flatMap((one) => (one.primary ? [one.key] : []));
    const own = { indicator: cell.indicator, key: cell.key, cover: false };
    const cover = coverOf(found, areas, { key: cell.key, withdrawn }, plans);
    const isOwn = (one: PlannedCell) => one.indicator === own.indicator && one.key === own.key;
    return cover && [own, ...cover.filter((one) => !isOwn(one))];
  };
  return (plans) => {
    const cells = wanted.map((cell) => cellsOf(cell, plans));
    plans.demand();
    return cells;
  };
}

/** The indicator itself first. */
function carriers(indicators: readonly MeasuredIndicator[], shared: SharedCounts, code: string) {
  const name = shared.canonical(code);
  const all = indicators.flatMap((indicator) =>
    (['COUNT', 'DENOMINATOR'] as const)
      .filter((part) => shared.canonical(countName(indicator.code, part)) === name)
      .map((part) => ({ indicator, part })),
  );
  return all.sort((a, b) => Number(b.indicator.code === code) - Number(a.indicator.code === code));
}

function coverOf(
  found: readonly (Carrier & { table: PublishedTable })[],
  areas: readonly FrameArea[],
  { key, withdrawn }: { key: string; withdrawn: readonly string[] },
  plans: Plans,
): PlannedCell[] | null {
  const goes = (keysOf: (table: PublishedTable) => readonly string[]) =>
    found.flatMap(({ indicator: { code }, table }) =>
      [key, ...keysOf(table)]
        .filter((one) => table.shown.includes(one))
        .map((one) => ({ indicator: code, key: one, cover: true })),
    );
  if (!found.every(({ table }) => table.isCounted))
    return goes(({ shown }) =>
      hiddenWithoutCounts(shown, [key], groupsOf(areas))
        .filter((other) => other !== key)
        .sort(),
    );
  // a reader knows what every carrier shows in a release, so all of them are planned together
  const releases = found
    .flatMap(({ part, table }) => (part === 'COUNT' ? table.releases : table.denominators))
    .sort((a, b) => Number(a.release) - Number(b.release));
  if (releases.length === 0) return [];
  const keys = releases.flatMap(({ cells }) => Object.keys(cells));
  const threshold = strictestThreshold(found.map(({ indicator }) => indicator));
  const outcome = plans.find('withdrawal', {
    ...frameOf(areas, threshold, keys),
    guardsSmall: found.some(({ indicator }) => indicator.sensitive),
    releases,
    withdrawn: [...withdrawn, key],
  });
  if (outcome === null || outcome === 'FAILED') return null;
  return goes(() => outcome.plan.cover);
}

/** Identifies the plan that the second person has seen, so that exactly this one is confirmed. */
export function planHash(cells: readonly PlannedCell[]): string {
  const lines = cells
    .map(({ indicator, key, cover }) => `${indicator} ${key} ${String(cover)}`)
    .sort();
  return hash('sha256', lines.join('\n'));
}
