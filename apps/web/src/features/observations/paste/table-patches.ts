import type { Draft, Patch } from '../cell-draft.ts';
import type { Unplaced } from './place-block.ts';

/**
 * A block pasted inside a table of parts goes where it stands: to the right and down from the cursor. What lies beyond the
 * table or on a locked cell is left over. Null where the cursor is in no such table.
 */
export function tablePatches(
  target: Element,
  block: readonly (readonly string[])[],
): { patches: Patch[]; left: Unplaced[] } | null {
  const table = target.closest<HTMLTableElement>('table[data-parts]');
  if (table === null) return null;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const inputs = rows.map((row) => [...row.querySelectorAll<HTMLElement>('[data-entry]')]);
  const down = inputs.findIndex((row) => row.some((input) => input === target));
  const right = inputs[down]?.findIndex((input) => input === target) ?? 0;
  const patches = new Map<string, Partial<Draft>>();
  const left: Unplaced[] = [];
  for (const [at, texts] of block.entries()) {
    for (const [across, text] of texts.entries()) {
      const input = inputs[down + at]?.[right + across];
      const { cell } = input?.closest<HTMLElement>('[data-cell]')?.dataset ?? {};
      const field = input?.dataset['entry'];
      if (text.trim() === '') continue;
      if (cell === undefined || field === undefined) {
        left.push({ text, reason: 'OUTSIDE', label: '', more: 0 });
        continue;
      }
      if (input?.matches(':disabled') === true) {
        const label = input.getAttribute('aria-label') ?? '';
        left.push({ text, reason: 'LOCKED', label, more: 0 });
        continue;
      }
      patches.set(cell, { ...patches.get(cell), [field]: text.trim(), missingReason: null });
    }
  }
  return { patches: [...patches].map(([key, patch]) => ({ key, patch })), left };
}
