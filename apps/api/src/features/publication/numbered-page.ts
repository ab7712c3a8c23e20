import type { IndicatorRole } from '@qadam/domain';

export interface NumberedPage {
  page: number;
  pages: number;
}

/** The rows of a page, numbered from 1; null if there is no such page. The first page exists even if it is empty. */
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

/** The headline indicators, which are on every page because they make the level, and one page of the others; in the order of `all`. */
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
