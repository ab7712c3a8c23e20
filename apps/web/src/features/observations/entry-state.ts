import { move } from '@qadam/domain';
import type { DecimalMark } from '../../desk/decimal-mark.ts';
import type { RuleHitFragment } from '../../desk/problem.generated.ts';
import type { Problem } from '../../desk/problem-text.ts';
import { isSaved, textsOf, type Draft } from './cell-draft.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import type { Reading } from './read-draft.ts';
import type { FormTableFragment } from './return-form.generated.ts';

/**
 * UNTOUCHED: as the server has it, since the page was opened. WAITING: typed, not sent yet. INVALID: cannot be sent, or
 * was refused. FAILED: could not be sent, is tried again.
 */
export type SaveState =
  'UNTOUCHED' | 'WAITING' | 'SAVING' | 'SAVED' | 'INVALID' | 'CONFLICT' | 'FAILED';

/** Of what was just typed. */
export const saveOf = ({ fieldProblems }: Reading): SaveState =>
  fieldProblems.length > 0 ? 'INVALID' : 'WAITING';

export interface EntryState {
  /** As the server has it. */
  cell: FormCellFragment;
  /** How the parts stand to each other, where the value is collected by parts. Null for a part. */
  table: Pick<FormTableFragment, 'axes' | 'additive'> | null;
  draft: Draft;
  mark: DecimalMark;
  reading: Reading;
  /** Where the parts contradict this total. */
  sums: readonly RuleHitFragment[];
  save: SaveState;
  /** Why the server refused the last save. The draft stays as it is. */
  problems: readonly Problem[];
  /** What was saved meanwhile by another person. */
  theirs: FormCellFragment | null;
}
export type Table = NonNullable<EntryState['table']>;

export const isUnsaved = ({ save }: EntryState): boolean =>
  save !== 'UNTOUCHED' && save !== 'SAVED';

/** Is there nothing to save: has the server what is typed, or is the cell blank for both? */
export const isNothingNew = ({ cell, reading }: Pick<EntryState, 'cell' | 'reading'>): boolean =>
  isSaved(reading, cell) || (reading.empty && cell.current === null);

/** Does the cell wait for the reporter? */
export const isAsked = {
  returned: ({ cell }: EntryState): boolean => cell.state === 'RETURNED',
  asked: ({ cell }: EntryState): boolean => cell.openQuestion !== null,
};

/** Stands an element as before, without anything said of this year? */
export const isUnconfirmed = ({ cell, reading }: EntryState): boolean =>
  cell.editable && cell.lastFact !== null && cell.current === null && reading.empty;

/** A source or comment was typed first: it is kept here until there is a value to save it with. */
export const waitsForValue = ({
  cell,
  draft,
  reading,
}: Pick<EntryState, 'cell' | 'draft' | 'reading'>): boolean =>
  reading.content === null && cell.current === null && Object.keys(textsOf(draft)).length > 0;

export const lacksComment = ({ cell, draft, reading }: EntryState): boolean =>
  cell.editable && reading.needsComment && draft.comment.trim() === '';

/** What the rules forbid, but for the missing comment, which has a field of its own. */
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

/** Why a cell cannot be part of the return that is about to be submitted. */
export type EntryReadiness =
  'READY' | 'PREPARED' | 'BLANK' | 'ERROR' | 'COMMENT' | 'UNSAVED' | 'UNANSWERED' | 'LOCKED';

/** Left out of the return that is about to be submitted: locked, or sent back and left as it is. */
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
