import { parseNumber, parseYesNo } from '@qadam/domain';
import type { Draft, Patch } from '../cell-draft.ts';
import { keyOf } from '../cell-key.ts';
import type { FormCellFragment } from '../form-cell.generated.ts';
import type { Placed } from './place-block.ts';

/** What one pasted text changes in its cell; null where a choice has no such option. */
export function toPatch({ column, text }: Placed, cell: FormCellFragment): Partial<Draft> | null {
  const clean = text.trim();
  if (column === 'sourceText' || column === 'comment') return { [column]: clean };
  if (column !== 'value') return { [column]: clean, missingReason: null };
  if (cell.kind === 'NUMERIC') return { value: clean, missingReason: null };
  const value = optionOf(clean, cell);
  return value === null ? null : { value, missingReason: null };
}

/** The yes, no or stage that a text means. */
function optionOf(text: string, { kind, stages }: FormCellFragment): string | null {
  if (kind === 'BINARY') {
    const { value } = parseYesNo({ text });
    return value === null ? null : String(Number(value));
  }
  const { value } = parseNumber({ text, integer: true });
  return value !== null && stages?.[value] !== undefined ? String(value) : null;
}

/** One patch for each indicator. */
export function toPatches(placed: readonly Placed[], cells: readonly FormCellFragment[]): Patch[] {
  const patches = new Map<string, Partial<Draft>>();
  for (const one of placed) {
    const cell = cells.find((other) => keyOf(other) === one.indicator);
    const patch = cell && toPatch(one, cell);
    if (patch) patches.set(one.indicator, { ...patches.get(one.indicator), ...patch });
  }
  return [...patches].map(([key, patch]) => ({ key, patch }));
}
