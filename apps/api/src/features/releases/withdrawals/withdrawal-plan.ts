import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type FrameArea, readAreas } from '../disclosure/areas.ts';
import { frameOf } from '../disclosure/frame.ts';
import type { Plans } from '../disclosure/planner.ts';
import { withdrawnCells } from '../disclosure/withdrawn-cells.ts';
import {
  type PublishedTable,
  publishedTables,
  type TableName,
  tableName,
} from '../disclosure/published-table.ts';

export interface PlannedCell {
  /** AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN */
  key: string;
  /** Not asked for: it would give the withdrawn cell away. */
  cover: boolean;
}

export interface WantedCell extends TableName {
  key: string;
}

interface Facts {
  code: string;
  sensitive: boolean;
  base: number;
  detailed: number;
}

/** Plans each of the cells by itself; null where that failed. Throws NotPlanned, see Planner. */
export type PlanCells = (plans: Plans) => (PlannedCell[] | null)[];

/**
 * Each cell asked for, and what has to go with it in every release (methods.md 2.6; decision 0014), from what four statements
 * read for all.
 */
export async function readForPlan(
  em: EntityManager,
  wanted: readonly WantedCell[],
): Promise<PlanCells> {
  if (wanted.length === 0) return () => [];
  const facts = await em.execute<Facts[]>(
    `select code, sensitive, threshold_base as base, threshold_detailed as detailed from work.indicator where code in (?)`,
    [wanted.map(({ indicator }) => indicator)],
  );
  const tables = await publishedTables(em, wanted);
  const areas = await readAreas(em);
  const gone = Map.groupBy(await withdrawnCells(em), tableName);
  const cellsOf = (cell: WantedCell, plans: Plans): PlannedCell[] | null => {
    const { key } = cell;
    const known = facts.find(({ code }) => code === cell.indicator);
    const table = tables.get(tableName(cell));
    if (known === undefined || table === undefined) return [{ key, cover: false }];
    const earlier = gone.get(tableName(cell)) ?? [];
    const withdrawn = earlier.flatMap((one) => (one.primary ? [one.key] : []));
    const cover = coverOf(known, table, areas, { key, withdrawn }, plans);
    return cover && [{ key, cover: false }, ...cover.map((other) => ({ key: other, cover: true }))];
  };
  return (plans) => {
    const cells = wanted.map((cell) => cellsOf(cell, plans));
    plans.demand();
    return cells;
  };
}

function coverOf(
  { sensitive, base, detailed }: Facts,
  { isCounted, releases, shown }: PublishedTable,
  areas: readonly FrameArea[],
  { key, withdrawn }: { key: string; withdrawn: readonly string[] },
  plans: Plans,
): readonly string[] | null {
  if (!isCounted) {
    const groups = areas.flatMap(({ code, kind }) => (kind === 'GROUP' ? [code] : []));
    return besideUncounted(shown, key, groups);
  }
  const keys = releases.flatMap(({ cells }) => Object.keys(cells));
  const found = plans.find('withdrawal', {
    ...frameOf(areas, { base, detailed }, keys),
    guardsSmall: sensitive,
    releases,
    withdrawn: [...withdrawn, key],
  });
  return found === null || found === 'FAILED' ? null : found.plan.cover;
}

/** A figure without its count may be computed from any other of its area, or from the group's: all of them go. */
function besideUncounted(
  shown: readonly string[],
  key: string,
  groups: readonly string[],
): string[] {
  const areaOf = (cell: string) => cell.split('|')[0] ?? '';
  const areas = new Set([areaOf(key), ...groups]);
  return shown.filter((other) => other !== key && areas.has(areaOf(other))).sort();
}

/** What the second person confirms is what that person saw. */
export function planHash(cells: readonly PlannedCell[]): string {
  const lines = cells.map(({ key, cover }) => `${key} ${String(cover)}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
