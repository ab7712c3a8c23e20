import { decimalText } from '@qadam/domain';
import { type ImportProblem, importProblem } from '../import-problem.ts';
import type { SourceCell } from './format.ts';
import type { SheetCell } from './sheet-rows.ts';

interface ReadCell {
  cell: SourceCell;
  problem: ImportProblem | null;
}

/** The text of a cell of a sheet. `figure`: a number is expected, so a date is an error and a percentage is multiplied by 100. */
export function readSheetCell(
  row: number,
  cell: SheetCell | undefined,
  column: string,
  figure: boolean,
): ReadCell {
  if (cell === undefined) return { cell: { text: '', column }, problem: null };
  const { content, address, percent } = cell;
  const problemWith = (severity: ImportProblem['severity'], code: string, params: object = {}) =>
    importProblem(severity, code, { row, column }, { cell: address, ...params });
  if (content === null) {
    return { cell: { text: '', column }, problem: problemWith('ERROR', 'FORMULA_WITHOUT_VALUE') };
  }
  if (content instanceof Date && figure) {
    const problem = problemWith('ERROR', 'DATE_CELL', { text: textOf(cell) });
    return { cell: { text: '', column }, problem };
  }
  if (typeof content !== 'number') return { cell: { text: textOf(cell), column }, problem: null };
  // 15 digits, as a spreadsheet shows them, so that 0.1 + 0.2 is 0.3 again
  const unpacked = figure && percent;
  const number = Number((unpacked ? content * 100 : content).toPrecision(15));
  const text = decimalText(number);
  const problem = unpacked ? problemWith('WARN', 'PERCENT_CELL', { value: text }) : null;
  return { cell: { text, column, typed: true }, problem };
}

export function textOf({ content }: SheetCell): string {
  if (content === null) return '';
  if (content instanceof Date) return content.toISOString().slice(0, 10);
  return typeof content === 'boolean' ? String(Number(content)) : String(content);
}
