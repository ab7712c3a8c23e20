import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { planWithdrawal } from '@qadam/domain';
import { readAreas } from '../disclosure/areas.ts';
import { frameOf } from '../disclosure/frame.ts';
import { withdrawnKeys } from '../disclosure/withdrawn-cells.ts';
import { publishedTable } from '../disclosure/published-table.ts';

export interface PlannedCell {
  /** AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN */
  key: string;
  /** Not asked for: it would give the withdrawn cell away. */
  cover: boolean;
}

/** The cell asked for, and what has to go with it in every release (methods.md 2.6; decision 0014). */
export async function planCells(
  em: EntityManager,
  indicator: string,
  year: number,
  key: string,
): Promise<PlannedCell[]> {
  const [facts] = await em.execute<
    { code: string; unit: string; sensitive: boolean; base: number; detailed: number }[]
  >(
    `select code, unit, sensitive, threshold_base as base, threshold_detailed as detailed from work.indicator where code = ?`,
    [indicator],
  );
  if (facts === undefined) return [{ key, cover: false }];
  const table = await publishedTable(em, facts, year);
  const areas = await readAreas(em);
  const cover = table.isCounted
    ? planWithdrawal({
        ...frameOf(
          areas,
          { base: facts.base, detailed: facts.detailed },
          table.releases.flatMap(({ cells }) => Object.keys(cells)),
        ),
        guardsSmall: facts.sensitive,
        releases: table.releases,
        withdrawn: [...(await withdrawnKeys(em, indicator, year)), key],
      }).cover
    : besideUncounted(
        table.shown,
        key,
        areas.flatMap(({ code, kind }) => (kind === 'GROUP' ? [code] : [])),
      );
  return [{ key, cover: false }, ...cover.map((other) => ({ key: other, cover: true }))];
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
