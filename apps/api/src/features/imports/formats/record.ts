import { fieldOf, isOtherDimension } from './columns.ts';
import type { Field, SourceRow } from './format.ts';

const TOTALS = new Set(['', '_T', '_Z']);

/** A row from names and texts, whatever they were: columns, attributes, concepts. */
export function toRow(
  line: number,
  named: Iterable<readonly [name: string, text: string, field?: Field | null]>,
): SourceRow {
  const cells: SourceRow['cells'] = {};
  const others: string[] = [];
  let column = '';
  for (const [name, text, known] of named) {
    const field = known === undefined ? fieldOf(name) : known;
    if (field === null && isOtherDimension(name)) {
      if (TOTALS.has(text.trim())) continue;
      others.push(text.trim());
      column = name;
      continue;
    }
    // the first column of a meaning counts: a code comes before its label
    if (field !== null && cells[field] === undefined) cells[field] = { text, column: name };
  }
  if (others.length > 0) cells.breakdown = { text: others.join('+'), column };
  return { line, cells, problems: [] };
}
