import { typed, type DecimalMark } from '../../desk/decimal-mark.ts';
import type { CellContent } from '@qadam/domain';
import type { FormCellFragment } from './form-cell.generated.ts';
import type { WorkRevisionFragment } from '../../desk/work-revision.generated.ts';

export type MissingReason = NonNullable<WorkRevisionFragment['missingReason']>;

/** One cell as it is typed. Figures stay the text they are until they can be read. */
export interface Draft {
  value: string;
  numerator: string;
  denominator: string;
  missingReason: MissingReason | null;
  /** How final the value is (OBS_STATUS). Null: as it was. */
  obsStatus: string | null;
  /** Null: nobody has said anything of it; where last year had a source, it is offered. */
  sourceText: string | null;
  comment: string;
}

/** What of a draft is sent. Exact decimals as text. */
export interface Content {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  missingReason: MissingReason | null;
  obsStatus: string | null;
  sourceText: string | null;
  comment: string | null;
}

export function draftOf(
  cell: Pick<FormCellFragment, 'current' | 'ratio'>,
  mark: DecimalMark,
): Draft {
  const { current } = cell;
  // the value, or that there is none, comes from its parts: nobody typed it
  const isComputed = current?.numerator != null && current.denominator != null;
  return {
    value: isComputed ? '' : typed(current?.value, mark),
    numerator: typed(current?.numerator, mark),
    denominator: typed(current?.denominator, mark),
    missingReason: isComputed ? null : (current?.missingReason ?? null),
    obsStatus: null,
    sourceText: current?.sourceText ?? null,
    comment: current?.comment ?? '',
  };
}

/** What is sent to take a first value back: the cell is blank again. */
export const BLANK: Content = {
  value: null,
  numerator: null,
  denominator: null,
  missingReason: null,
  obsStatus: null,
  sourceText: null,
  comment: null,
};

/** Is the draft what the server has? Then there is nothing to save. */
export function isSaved(
  { content, holds }: { content: Content | null; holds: CellContent | null },
  { current }: Pick<FormCellFragment, 'current'>,
): boolean {
  if (content === null || holds === null || current === null) return false;
  return (
    holds.value === current.value &&
    holds.numerator === current.numerator &&
    holds.denominator === current.denominator &&
    holds.missingReason === current.missingReason &&
    holds.obsStatus === current.obsStatus &&
    content.sourceText === current.sourceText &&
    content.comment === current.comment
  );
}

/** What goes into one cell; the key of a whole is the code of its indicator. */
export interface Patch {
  key: string;
  patch: Partial<Draft>;
}
