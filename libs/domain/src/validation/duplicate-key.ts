import type { Maybe } from '../values/figure.ts';
import type { Outcome } from './outcome.ts';

/** The code of "not broken down": what a blank dimension means. */
const NOT_BROKEN_DOWN = '_T';

type Dimension = Maybe<string | number>;

export interface DuplicateKeys {
  result: Outcome;
  /** Positions (from 0) of the rows that share a key, one group a key, first come first. */
  rows: number[][];
}

/** ERROR where two rows have the same key; a dimension that is blank, or left out at the end, is `_T`. Source: methods.md 7. */
export function duplicateKey({ keys }: { keys: readonly (readonly Dimension[])[] }): DuplicateKeys {
  const groups = new Map<string, number[]>();
  for (const [row, key] of keys.entries()) {
    const code = spelled(key);
    groups.set(code, [...(groups.get(code) ?? []), row]);
  }
  const rows = [...groups.values()].filter((group) => group.length > 1);
  return { result: rows.length > 0 ? 'ERROR' : 'OK', rows };
}

function spelled(key: readonly Dimension[]): string {
  const codes = key.map((code) => String(code ?? '').trim() || NOT_BROKEN_DOWN);
  const last = codes.findLastIndex((code) => code !== NOT_BROKEN_DOWN);
  return JSON.stringify(codes.slice(0, last + 1));
}
