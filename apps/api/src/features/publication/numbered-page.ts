import type { IndicatorRole } from '@qadam/domain';

export interface NumberedPage {
  page: number;
  pages: number;
}

/** What stands on a page, by its number from 1; null where there is no such page. The first is there even if it is empty. */
export function rowsOnPage<T>(
  all: readonly T[],
  page: number,
  size: number,
): (NumberedPage & { rows: T[] }) | null {
  const pages = Math.max(1, Math.ceil(all.length / size));
  if (page < 1 || page > pages) return null;
  return { page, pages, rows: all.slice((page - 1) * size, page * size) };
}

/** Laws, and the numbers and yes/no questions beside them. */
export function lawsApart<T extends { indicator: { kind: string } }>(
  all: readonly T[],
): { laws: T[]; numbers: T[] } {
  const isLaw = ({ indicator }: T) => indicator.kind === 'MILESTONE';
  return { laws: all.filter(isLaw), numbers: all.filter((one) => !isLaw(one)) };
}

/** The headline indicators, on every page since they make the level, and a page of the others; in the order in which all stand. */
export function numbersOnPage<T extends { role: IndicatorRole }>(
  all: readonly T[],
  page: number,
  size: number,
): (NumberedPage & { rows: T[]; otherCount: number }) | null {
  const others = all.filter(({ role }) => role !== 'HEADLINE');
  const found = rowsOnPage(others, page, size);
  if (!found) return null;
  const here = new Set(found.rows);
  const rows = all.filter((one) => one.role === 'HEADLINE' || here.has(one));
  return { ...found, rows, otherCount: others.length };
}
