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

/** The content of a cell whose value was removed again: nothing, and no reason why. */
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

/** The content of the next revision, made from an entry and the content before. Throws if the entry is not valid. */
export function contentOf(
  entry: Entry,
  indicator: DeskIndicator,
  before: Pick<Content, 'obsStatus'> | null,
): Content {
  const { content, problems } = readCellEntry(entry, indicator, before);
  // for a law only its elements are saved
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
