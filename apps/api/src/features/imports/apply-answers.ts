import { CODED_FIELDS, type CodedField, ROW_FIELDS } from '@qadam/domain';
import { type Answers, canBeLeftOut, canMean, type Codes, type Mend } from './answers.ts';
import type { SourceRow } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';

/** A row as a person put it right: what was found wrong with a cell of the file is no longer so. */
export function mended(row: SourceRow, mend: Mend | undefined): SourceRow {
  const said = mend?.cells;
  if (said === undefined) return row;
  const cells = { ...row.cells };
  for (const field of ROW_FIELDS) {
    const text = said[field];
    if (text !== undefined) cells[field] = { text, column: cells[field]?.column ?? '' };
  }
  const isOpen = ({ field }: ImportProblem) => field == null || !(field in said);
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
  const said = codes[coded];
  const text = row.cells[coded]?.text.trim() ?? '';
  if (said === undefined || !Object.hasOwn(said, text)) return null;
  const meant = said[text] ?? null;
  const fits = meant === null ? canBeLeftOut(code) : canMean(code);
  return fits ? { field: coded, code: meant } : null;
}

export const mendOf = ({ mends }: Answers, { number }: SourceRow): Mend | undefined =>
  number === undefined ? undefined : mends[String(number)];
