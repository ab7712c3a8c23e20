import { hash } from 'node:crypto';
import { unreadable } from '../import-problem.ts';

export const DATA_SHEET = 'Data';
export const LISTS_SHEET = 'Lists';
export const META_SHEET = 'Meta';
export const README_SHEET = 'README';

const TEMPLATE_ID = 'qadam-return';
/** Raised whenever a column or the meaning of one changes: an older file is refused, never guessed at. */
const TEMPLATE_VERSION = '2';

/** `checksum`: covers the locked cells. */
export const metaOf = (
  facts: Record<'area' | 'cycle' | 'lang' | 'release' | 'checksum', string>,
): Record<string, string> => ({ id: TEMPLATE_ID, version: TEMPLATE_VERSION, ...facts });

export function refuseOtherTemplate(
  meta: ReadonlyMap<string, string>,
  wanted: { area: string; cycle: number | null },
): void {
  if (meta.get('id') !== TEMPLATE_ID) return; // somebody's own sheet of that name
  const version = meta.get('version') ?? '';
  if (version !== TEMPLATE_VERSION) {
    throw unreadable('TEMPLATE_VERSION', { version, current: TEMPLATE_VERSION });
  }
  const [area = '', cycle = ''] = [meta.get('area'), meta.get('cycle')];
  const isOtherYear = wanted.cycle !== null && cycle !== String(wanted.cycle);
  if (area !== wanted.area || isOtherYear) {
    throw unreadable('TEMPLATE_OF_ANOTHER_RETURN', { area, cycle });
  }
}

/** The checksum of the locked cells, independent of the order of rows. */
export function checksumOf(lines: readonly string[]): string {
  return hash('sha256', lines.toSorted().join('\n')).slice(0, 16);
}
