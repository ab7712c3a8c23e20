import { decimalText } from '@qadam/domain';
import type { Cell, CellValue } from 'exceljs';
import { type ImportProblem, importProblem } from '../import-problem.ts';
import type { SourceCell } from './format.ts';

interface ReadCell {
  cell: SourceCell;
  problem: ImportProblem | null;
}

/** What a cell of a sheet says. `figure`: a number is wanted here, so a date is trouble and a percentage is unpacked. */
export function readSheetCell(cell: Cell, column: string, figure: boolean): ReadCell {
  const place = { row: Number(cell.row), column };
  const { value } = cell;
  if (isFormula(value) && (value.result === undefined || value.result === null)) {
    const problem = importProblem('ERROR', 'FORMULA_WITHOUT_VALUE', place, { cell: cell.address });
    return { cell: { text: '', column }, problem };
  }
  const content = isFormula(value) ? (value.result as CellValue) : value;
  if (content instanceof Date) {
    const day = content.toISOString().slice(0, 10);
    const problem = figure
      ? importProblem('ERROR', 'DATE_CELL', place, { cell: cell.address, text: day })
      : null;
    return { cell: { text: figure ? '' : day, column }, problem };
  }
  if (typeof content !== 'number')
    return { cell: { text: textOf(content), column }, problem: null };
  // what a spreadsheet shows: 15 digits, so that 0.1 + 0.2 is 0.3 again
  const percent = figure && /%/.test(cell.numFmt);
  const number = Number((percent ? content * 100 : content).toPrecision(15));
  const text = decimalText(number);
  const problem = percent
    ? importProblem('WARN', 'PERCENT_CELL', place, { cell: cell.address, value: text })
    : null;
  return { cell: { text, column, typed: true }, problem };
}

function isFormula(value: CellValue): value is CellValue & { result?: unknown } {
  return (
    typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)
  );
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('text' in value) return textOf(value.text);
  return '';
}
