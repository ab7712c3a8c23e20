import { missingMark, parseYear } from '@qadam/domain';
import { markedYear } from './head-words.ts';

const FIGURE = /^[<>≈~]?\s*[-−–]?\d[\d\s.,'’]*%?[\d¹²³⁾*)]{0,3}$/;
export const isPlainFigure = (text: string): boolean =>
  FIGURE.test(text) && parseYear({ text }).year === null && markedYear(text) === null;
/** Surveys write figures based on few cases in brackets. */
const IN_BRACKETS = /^\(\s?\d[\d\s.,]*\)$/;
const isFigure = (text: string): boolean =>
  FIGURE.test(text) ||
  IN_BRACKETS.test(text) ||
  missingMark(text) !== null ||
  /^[-–—]+$/.test(text);
export const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** Is it a column of figures? At least half of the filled cells are figures or marks, some are numbers, and the numbers are not all years. */
export function areFigures(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const numbers = filled.filter((text) => FIGURE.test(text));
  const years = numbers.filter((text) => parseYear({ text }).year !== null);
  return (
    numbers.length > 0 &&
    (years.length < numbers.length || numbers.length === 1) &&
    filled.filter(isFigure).length * 2 >= filled.length
  );
}

/** Are there only marks in place of figures: “…”, “-”, “x”? */
export function areMarks(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => isFigure(text) && !FIGURE.test(text));
}

/** Is it a row that numbers the columns, as yearbooks have below the names: А, 1, 2, 3? */
export function isNumbering(row: readonly string[], stacks: readonly string[][]): boolean {
  const numbers = row.map((text) => text.trim()).filter((text) => /^\d{1,2}$/.test(text));
  const others = row.filter((text) => text.trim() !== '' && !/^\s*\d{1,2}\s*$/.test(text));
  return (
    numbers.length > 1 &&
    numbers.length >= stacks.filter((texts) => texts.length > 0).length - 1 &&
    numbers.every((text, at) => Number(text) === Number(numbers[0]) + at) &&
    Number(numbers[0]) <= 2 &&
    others.every((text) => text.trim().length === 1)
  );
}

export const isBlankOrYear = (text: string): boolean =>
  text === '' || parseYear({ text }).year !== null || markedYear(text) !== null;

/** Is there a figure in any of these columns? */
export const hasFigures = (
  rows: readonly (readonly string[])[],
  columns: readonly { at: number }[],
): boolean => rows.some((row) => columns.some(({ at }) => isPlainFigure(row[at]?.trim() ?? '')));
