import { type CellEntry, type FactEntry, readCellEntry, readFact } from '@qadam/domain';
import { problem, ProblemError } from '../../graphql/problem.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { Content } from './observation.entity.ts';
import { freeText } from '../../graphql/free-text.ts';

/** What a reporter typed into one cell. */
export interface Entry extends CellEntry, FactEntry {
  sourceText?: string | null;
  comment?: string | null;
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
  factDate: null,
  provision: null,
  basis: null,
};

/** The content of the revision that an entry makes of what the cell held before, or Refused where it makes none. */
export function contentOf(
  entry: Entry,
  indicator: DeskIndicator,
  before: Pick<Content, 'obsStatus'> | null,
): Content {
  const { content, problems } = readCellEntry(entry, indicator, before);
  // of a law nothing is saved but its elements
  const read = readFact(entry, indicator.kind === 'MILESTONE');
  const found = [...problems, ...read.problems];
  if (content === null || found.length > 0)
    throw new ProblemError(...found.map(({ code, field }) => problem(code, field)));
  return {
    ...content,
    ...read.fact,
    provision: freeText(read.fact.provision, 'provision'),
    sourceText: freeText(entry.sourceText, 'sourceText'),
    comment: freeText(entry.comment, 'comment'),
  };
}
