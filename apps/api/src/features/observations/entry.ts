import { type CellContent, type CellEntry, readCellEntry } from '@qadam/domain';
import { problem } from '../../graphql/problem.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import { Refused } from '../../graphql/refused.ts';
import { freeText } from '../../graphql/free-text.ts';

/** What a reporter typed into one cell. */
export interface Entry extends CellEntry {
  sourceText?: string | null;
  comment?: string | null;
}

export interface Content extends CellContent {
  sourceText: string | null;
  comment: string | null;
}

/** What a cell holds after its first save was taken back: nothing, and no reason why. */
export const CLEARED: Content = {
  value: null,
  numerator: null,
  denominator: null,
  missingReason: null,
  obsStatus: 'A',
  sourceText: null,
  comment: null,
};

/** The content of the revision that an entry makes of what the cell held before, or Refused where it makes none. */
export function contentOf(
  entry: Entry,
  indicator: DeskIndicator,
  before: Pick<Content, 'obsStatus'> | null,
): Content {
  const { content, problems } = readCellEntry(entry, indicator, before);
  if (content === null)
    throw new Refused(...problems.map(({ code, field }) => problem(code, field)));
  return {
    ...content,
    sourceText: freeText(entry.sourceText, 'sourceText'),
    comment: freeText(entry.comment, 'comment'),
  };
}
