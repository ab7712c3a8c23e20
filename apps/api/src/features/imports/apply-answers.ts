import { CODED_FIELDS, type CodedField, ROW_FIELDS } from '@qadam/domain';
import { type Answers, canBeLeftOut, canMean, type Codes, type RowFix } from './answers.ts';
import type { SourceRow } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';

/** A row as a person put it right: what was found wrong with a cell of the file is no longer so. */
export function withRowFix(row: SourceRow, rowFix: RowFix | undefined): SourceRow {
  const fixes = rowFix?.cells;
  if (fixes === undefined) return row;
  const cells = { ...row.cells };
  for (const field of ROW_FIELDS) {
    const text = fixes[field];
    if (text !== undefined) cells[field] = { text, column: cells[field]?.column ?? '' };
  }
  const isOpen = ({ field }: ImportProblem) => field == null || !(field in fixes);
  return { ...row, cells, problems: row.problems.filter(isOpen) };
}

/** What a person said of the text that a problem is about: the code it stands for, or (code null) that its rows are left out. */
export function answerTo(
  { code, field, severity }: ImportProblem,
  row: SourceRow,
  codes: Codes,
): { field: CodedField; code: string | null } | null {
  const coded = CODED_FIELDS.find((one) => one === field);
  if (coded === undefined || severity !== 'ERROR') return null;
  const fixes = codes[coded];
  const text = row.cells[coded]?.text.trim() ?? '';
  if (fixes === undefined || !Object.hasOwn(fixes, text)) return null;
  const meant = fixes[text] ?? null;
  const fits = meant === null ? canBeLeftOut(code) : canMean(code);
  return fits ? { field: coded, code: meant } : null;
}

export const rowFixOf = ({ mends }: Answers, { number }: SourceRow): RowFix | undefined =>
  number === undefined ? undefined : mends[String(number)];
