import type { CellKey } from '../check-context.ts';

export type Dimension = 'sex' | 'age' | 'urbanisation' | 'region' | 'breakdown';

/** How the breakdown column of the template names a cell: `sex=F · женщины`; empty for the total. */
export function breakdownText(key: CellKey, label: string): string {
  const dimensions = (['sex', 'age', 'urbanisation', 'region', 'breakdown'] as const).filter(
    (dimension) => key[dimension] !== '_T',
  );
  if (dimensions.length === 0) return label;
  const codes = dimensions.map((dimension) => `${dimension}=${key[dimension]}`).join(' ');
  return label === '' ? codes : `${codes} · ${label}`;
}

const PART = /(?:^|\s)(sex|age|urbanisation|region|breakdown)=(\S+)/g;

/** What that column says; null where it is somebody's own column of that name. */
export function readBreakdownText(text: string): [Dimension, string][] | null {
  const parts = Array.from(text.matchAll(PART), ([, dimension, code]): [Dimension, string] => [
    dimension as Dimension,
    code ?? '',
  ]);
  return parts.length > 0 ? parts : null;
}
