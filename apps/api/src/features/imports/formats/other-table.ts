import { parseYear, type PlaceField } from '@qadam/domain';
import { type ImportProblem, importProblem } from '../import-problem.ts';
import { fieldOf } from './columns.ts';
import { isBlank, isPlainFigure } from './figures.ts';
import type { Facts, Field, ReadOptions } from './format.ts';
import { markedYear, withoutMark } from './head-words.ts';
import { aloneIn, OF_WHICH, withoutOfWhich } from './stub.ts';
import type { WideTable } from './wide.ts';

interface TableHead {
  /** For every column, the texts of its head. */
  names: readonly string[];
  fields: readonly (Field | null)[];
  wide: WideTable | null;
}

/** A row of the table, a repetition of its head, or part of another table. */
export type RowKind = 'ROW' | 'HEAD' | 'OTHER';

const MANY_WORDS = 4;
const CONTINUED = /^(?:продолжение|окончание|continued|continuation|жалғасы|уландысы|давоми)/iu;

/**
 * Finds out row by row whether another table begins below the first: another head, or another title above the next figures.
 * Its rows must not be read under the head of the first table.
 */
export function tableWatch(
  { names, fields, wide }: TableHead,
  { isIndicator, placeOf }: Pick<ReadOptions, 'isIndicator' | 'placeOf'>,
) {
  const stacks = names.map((name) => name.split(' · ').map((text) => text.trim()));
  const values =
    wide?.values.map(({ at }) => at) ??
    [...fields.keys()].filter((at) => fields[at] === 'value' || fields[at] === 'numerator');
  const isValue = new Set(values);
  const constant = wide?.constant ?? {};
  const isNamed = ({ indicator, series }: Facts) => indicator !== undefined || series !== undefined;
  const isTitled =
    wide?.stub === null && (isNamed(constant) || wide.values.every(({ facts }) => isNamed(facts)));
  /** The first row after the last one with figures; and whether a row since then is a title, or names a new subject. */
  let quiet: number | null = null;
  let hasTitle = false;
  let hasSubject = false;
  /** The kind of the place or part that was alone in a row above: the figures below are about it. */
  let section: PlaceField | null = null;
  let hasRows = false;

  const isYear = (text: string) => parseYear({ text }).year !== null || markedYear(text) !== null;
  const isOfHead = (text: string) => isYear(text) || placeOf(text) !== null || isIndicator(text);
  const isAgain = (texts: readonly string[]) =>
    texts.every((text, at) => text === '' || stacks[at]?.includes(text) === true);

  /** The texts left of the values, without the number of the row. */
  const labelsOf = (texts: readonly string[]) =>
    texts.slice(0, Math.min(...values)).filter((text) => !/^\d{0,3}$/.test(text));
  const placeIn = (text: string) => placeOf(withoutOfWhich(withoutMark(text)));
  /** The kind of place or part that is alone in a row without figures; null if there is none, or it is our own country. */
  function sectionIn(texts: readonly string[]): PlaceField | null {
    const alone = aloneIn(texts);
    // a mark in place of a figure makes it an ordinary row
    const isEmpty = values.every((at) => ['', alone].includes(texts[at] ?? ''));
    const told = alone === null || !isEmpty ? null : placeIn(alone);
    return told === null || (told.place === 'area' && told.own) ? null : told.place;
  }

  /** Is this row, which has no figures, the head of a table? */
  function isHead(texts: readonly string[]): boolean {
    const figures = values.flatMap((at) => texts[at] || []);
    if (figures.length === 0) return false;
    const labels = texts.filter((text, at) => text !== '' && !isValue.has(at));
    const known = texts.filter((text) => text !== '' && fieldOf(text) !== null);
    if (wide === null) return known.length > 1;
    const areNames = texts.every(
      (text, at) =>
        isValue.has(at) || text === '' || fieldOf(text) !== null || stacks[at]?.includes(text),
    );
    // figures may look like years, but then they are behind a name, as in an ordinary row
    return areNames && (labels.length > 0 || figures.length > 1) && figures.some(isOfHead);
  }

  /** The kind of a row that is not blank; for another table, `from` is its first row, which may be its title. */
  return (cells: readonly string[], line: number): { kind: RowKind; from: number } => {
    const texts = cells.map((text) => text.trim());
    const hasFigures = values.some((at) => isPlainFigure(texts[at] ?? ''));
    if (!hasFigures && isHead(texts)) {
      const from = quiet ?? line;
      const isSame = !hasTitle && Object.keys(constant).length === 0 && isAgain(texts);
      return { kind: isSame ? 'HEAD' : 'OTHER', from };
    }
    if (hasFigures) {
      // the row has a label of the same kind, so the text that was alone was just a row of this list without figures
      if (section !== null && labelsOf(texts).some((text) => placeIn(text)?.place === section))
        section = null;
      if (section !== null || (isTitled && hasSubject && hasRows))
        return { kind: 'OTHER', from: quiet ?? line };
      quiet = null;
      hasTitle = false;
      hasSubject = false;
      hasRows = true;
    } else {
      quiet ??= line;
      const filled = texts.filter((text) => text !== '');
      const [only = ''] = filled;
      section = sectionIn(texts) ?? section;
      const isSection = OF_WHICH.test(only) || only.endsWith(':') || fieldOf(only) !== null;
      if (filled.length === 1 && !isSection && !CONTINUED.test(only)) {
        hasTitle = true;
        // a short text may be a group of countries: “СНГ”
        hasSubject ||= isIndicator(only) || only.split(/\s+/).length >= MANY_WORDS;
      }
    }
    return { kind: 'ROW', from: line };
  };
}

/** Tells that a table was not read, with its first and last row. */
export const otherTable = (from: number, to: number): ImportProblem =>
  importProblem('WARN', 'OTHER_TABLE', { row: from }, { from, to });

/** Reports a table above the head, which is not read: two rows with a figure, or one row with several. */
export function tableAbove(
  above: readonly (readonly string[])[],
  /** How many rows come before `above`. */
  before: number,
): ImportProblem[] {
  const figures = above.map((row) => row.filter((text) => isPlainFigure(text.trim())).length);
  const told = figures.filter((count) => count > 0);
  if (told.length < 2 && !told.some((count) => count > 1)) return [];
  const from = above.findIndex((row) => !isBlank(row));
  const to = figures.findLastIndex((count) => count > 0);
  return [otherTable(before + from + 1, before + to + 1)];
}
