import { decimalText, parseNumber } from '@qadam/domain';
import type { FormDrafts } from '../../desk/draft-store.ts';
import { typed, type DecimalMark } from '../../desk/decimal-mark.ts';
import { FIGURES, type Draft, type SaveRequest } from './cell-draft.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { readDraft } from './read-draft.ts';

/** What of a cell outlives the tab. */
export interface KeptDraft {
  draft: Draft;
  /** The version it was typed over. */
  version: number;
  /** The request on its way: sent again with its own key, it cannot be stored twice. */
  request: SaveRequest | null;
  mark: DecimalMark;
}
export type CellDrafts = FormDrafts<KeptDraft>;

/**
 * A draft typed with another decimal mark, in the mark of the language the page is in now. Figures that cannot be read,
 * or in two ways, stay as they were typed, with their mark, until somebody types again.
 */
export function inMark(
  kept: KeptDraft,
  cell: FormCellFragment,
  { year, mark }: { year: number; mark: DecimalMark },
): { draft: Draft; mark: DecimalMark } {
  const { draft } = kept;
  if (kept.mark === mark) return { draft, mark };
  const { fieldProblems } = readDraft(draft, cell, year, kept.mark);
  if (fieldProblems.some(({ field }) => FIGURES.some((figure) => figure === field))) {
    return { draft, mark: kept.mark };
  }
  const figure = (text: string, unit: string) => {
    const { value } = parseNumber({ text, decimal: kept.mark, integer: false, unit });
    return value === null ? text : typed(decimalText(value), mark);
  };
  const value = figure(draft.value, cell.unit);
  const numerator = figure(draft.numerator, 'NUMBER');
  const denominator = figure(draft.denominator, 'NUMBER');
  return { draft: { ...draft, value, numerator, denominator }, mark };
}
