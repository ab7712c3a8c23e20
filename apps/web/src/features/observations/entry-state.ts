import { move } from '@qadam/domain';
import type { DecimalMark } from '../../desk/decimal-mark.ts';
import type { RuleHitFragment } from '../../desk/problem.generated.ts';
import type { Problem } from '../../desk/problem-text.ts';
import { isSaved, textsOf, type Draft } from './cell-draft.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import type { Reading } from './read-draft.ts';
import type { FormTableFragment } from './return-form.generated.ts';

/**
 * UNTOUCHED: as the server has it, nothing to save. WAITING: typed, not sent yet. INVALID: it cannot be sent, or the
 * server refused it. FAILED: it could not be sent and is tried again.
 */
export type SaveState =
  'UNTOUCHED' | 'WAITING' | 'SAVING' | 'SAVED' | 'INVALID' | 'CONFLICT' | 'FAILED';

/** The state of a cell in which something was just typed. */
export const saveOf = ({ fieldProblems }: Reading): SaveState =>
  fieldProblems.length > 0 ? 'INVALID' : 'WAITING';

export interface EntryState {
  /** The cell as the server has it. */
  cell: FormCellFragment;
  /** The axes of the parts and whether they add up, for a value that is collected by parts; otherwise null. */
  table: Pick<FormTableFragment, 'axes' | 'additive'> | null;
  draft: Draft;
  mark: DecimalMark;
  reading: Reading;
  /** Totals that their parts contradict: reported at the total or, if that is not handed in, at a cell of the table that is. */
  sums: readonly RuleHitFragment[];
  save: SaveState;
  /** Why the server refused the last save. The draft stays as it is. */
  problems: readonly Problem[];
  /** What another person saved meanwhile: the cell is in conflict. */
  theirs: FormCellFragment | null;
}
export type Table = NonNullable<EntryState['table']>;

export const isUnsaved = ({ save }: EntryState): boolean =>
  save !== 'UNTOUCHED' && save !== 'SAVED';

/** Is there nothing to save? Either the server has what is typed, or the cell is blank both here and there. */
export const isNothingNew = ({ cell, reading }: Pick<EntryState, 'cell' | 'reading'>): boolean =>
  isSaved(reading, cell) || (reading.empty && cell.current === null);

/** Does the cell wait for the reporter? */
export const isAsked = {
  returned: ({ cell }: EntryState): boolean => cell.state === 'RETURNED',
  asked: ({ cell }: EntryState): boolean => cell.openQuestion !== null,
};

/** Is this an element with a known stage for which nothing was entered this year? */
export const isUnconfirmed = ({ cell, reading }: EntryState): boolean =>
  cell.editable && cell.lastFact !== null && cell.current === null && reading.empty;

/** Was a source or comment typed before the value? It is kept in the browser until there is a value to save it with. */
export const waitsForValue = ({
  cell,
  draft,
  reading,
}: Pick<EntryState, 'cell' | 'draft' | 'reading'>): boolean =>
  reading.content === null && cell.current === null && Object.keys(textsOf(draft)).length > 0;

export const lacksComment = ({ cell, draft, reading }: EntryState): boolean =>
  cell.editable && reading.needsComment && draft.comment.trim() === '';

/** The errors that the rules found, except a missing comment, which has its own field. */
export const errorsOf = ({ reading, sums }: EntryState): readonly RuleHitFragment[] => [
  ...reading.hits.filter(
    ({ severity, code }) => severity === 'ERROR' && code !== 'COMMENT_REQUIRED',
  ),
  ...sums,
];

export const hasErrors = (entry: EntryState): boolean =>
  entry.reading.fieldProblems.length > 0 ||
  errorsOf(entry).length > 0 ||
  entry.save === 'INVALID' ||
  entry.save === 'CONFLICT';

/** Whether a cell can go into the return that is about to be submitted and, if not, why. */
export type EntryReadiness =
  'READY' | 'PREPARED' | 'BLANK' | 'ERROR' | 'COMMENT' | 'UNSAVED' | 'UNANSWERED' | 'LOCKED';

/** The cells that a submission leaves out: locked ones, and returned ones that were not changed. */
const leftOut = (entry: EntryState): 'LOCKED' | 'UNANSWERED' | null => {
  const { lock, state } = entry.cell;
  if (lock !== null || !move(state === 'EMPTY' ? null : state, 'SAVE').ok) return 'LOCKED';
  return state === 'RETURNED' && !isUnsaved(entry) ? 'UNANSWERED' : null;
};

export const isSubmittable = (entry: EntryState): boolean =>
  leftOut(entry) === null && !entry.reading.empty;

export function readinessOf(entry: EntryState): EntryReadiness {
  const { cell, save, reading } = entry;
  const left = leftOut(entry);
  if (left !== null) return left;
  if (lacksComment(entry)) return 'COMMENT';
  if (hasErrors(entry)) return 'ERROR';
  if (save === 'WAITING' || save === 'SAVING' || save === 'FAILED') return 'UNSAVED';
  if (cell.state === 'EMPTY' || reading.empty) return 'BLANK';
  return cell.prepared === null ? 'READY' : 'PREPARED';
}
