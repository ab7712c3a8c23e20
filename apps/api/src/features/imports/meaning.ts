import type { CodedField } from '@qadam/domain';
import type { SourceRow } from './formats/format.ts';
import { categoriesIn } from './formats/record.ts';
import { problemAt } from './read-entry.ts';

/** The row with a code in place of one of its texts, as a person explained it. */
export function meaning(row: SourceRow, field: CodedField, code: string): SourceRow {
  const cell = row.cells[field];
  const text = cell?.text.trim() ?? '';
  const said = { text: text.slice(0, 100), value: code };
  const warning = problemAt(row, field, 'WARN', 'READ_AS', said);
  const column = cell?.column ?? '';
  // a DHIS2 combination is replaced by one cell for each of its categories
  const categories = field === 'breakdown' ? categoriesIn(code) : null;
  const told = categories?.map(([category, text]) => [category.toLowerCase(), text] as const) ?? [
    [field, code] as const,
  ];
  const cells = [
    ...Object.entries(row.cells).filter(([name]) => name !== field),
    ...told.map(([name, text]) => [name, { text, column }] as const),
  ];
  return {
    ...row,
    cells: Object.fromEntries(cells),
    problems: [...row.problems, warning],
  };
}
