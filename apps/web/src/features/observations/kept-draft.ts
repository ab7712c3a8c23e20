import { decimalText, parseNumber } from '@qadam/domain';
import type { FormDrafts } from '../../desk/draft-store.ts';
import { typed, type DecimalMark } from '../../desk/decimal-mark.ts';
import type { Draft } from './cell-draft.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import type { SaveRequest } from './save-request.ts';

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

/** A draft typed with another decimal mark, in the mark of the language the page is in now. */
export function inMark(kept: KeptDraft, cell: FormCellFragment, mark: DecimalMark): Draft {
  const { draft } = kept;
  if (kept.mark === mark) return draft;
  const figure = (text: string, unit: string) => {
    const { value } = parseNumber({ text, decimal: kept.mark, integer: false, unit });
    return value === null ? text : typed(decimalText(value), mark);
  };
  return {
    ...draft,
    value: figure(draft.value, cell.unit),
    numerator: figure(draft.numerator, 'NUMBER'),
    denominator: figure(draft.denominator, 'NUMBER'),
  };
}
