import { parseYear, type PlaceField } from '@qadam/domain';
import { type ImportProblem, importProblem } from '../import-problem.ts';
import { fieldOf } from './columns.ts';
import { isBlank, isPlainFigure } from './figures.ts';
import type { Facts, Field, ReadOptions } from './format.ts';
import { markedYear, withoutMark } from './head-words.ts';
import { aloneIn, OF_WHICH, withoutOfWhich } from './stub.ts';
import type { WideTable } from './wide.ts';

interface TableHead {
  /** Of every column, the texts of its head. */
  names: readonly string[];
  fields: readonly (Field | null)[];
  wide: WideTable | null;
}

/** A row of the table, its head once more, or what belongs to another table. */
export type RowKind = 'ROW' | 'HEAD' | 'OTHER';

const MANY_WORDS = 4;
const CONTINUED = /^(?:продолжение|окончание|continued|continuation|жалғасы|уландысы|давоми)/iu;

/**
 * Tells row by row whether another table has begun below the first: heads that stand there once more, or another title above
 * the next figures. What follows is not read under the heads of the first.
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
  /** The first row since the last with figures, and whether one of those between is a title, or names what figures are of. */
  let quiet: number | null = null;
  let hasTitle = false;
  let hasSubject = false;
  /** Of what kind the place or part is that stood alone in a row: figures below it are of that. */
  let section: PlaceField | null = null;
  let hasRows = false;

  const isYear = (text: string) => parseYear({ text }).year !== null || markedYear(text) !== null;
  const isOfHead = (text: string) => isYear(text) || placeOf(text) !== null || isIndicator(text);
  const isAgain = (texts: readonly string[]) =>
    texts.every((text, at) => text === '' || stacks[at]?.includes(text) === true);

  /** What stands before the values, but for the number of the row. */
  const labelsOf = (texts: readonly string[]) =>
    texts.slice(0, Math.min(...values)).filter((text) => !/^\d{0,3}$/.test(text));
  const placeIn = (text: string) => placeOf(withoutOfWhich(withoutMark(text)));
  /** Of a row without figures. */
  function sectionIn(texts: readonly string[]): PlaceField | null {
    const alone = aloneIn(texts);
    // a mark instead of a figure makes it a row like others
    const isEmpty = values.every((at) => ['', alone].includes(texts[at] ?? ''));
    const told = alone === null || !isEmpty ? null : placeIn(alone);
    return told === null || (told.place === 'area' && told.own) ? null : told.place;
  }

  /** Of a row without figures. */
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
    // figures may look like years, and stand behind a name then
    return areNames && (labels.length > 0 || figures.length > 1) && figures.some(isOfHead);
  }

  /** Of a row that is not blank; of what is another table `from` is its first row, its title. */
  return (cells: readonly string[], line: number): { kind: RowKind; from: number } => {
    const texts = cells.map((text) => text.trim());
    const hasFigures = values.some((at) => isPlainFigure(texts[at] ?? ''));
    if (!hasFigures && isHead(texts)) {
      const from = quiet ?? line;
      const isSame = !hasTitle && Object.keys(constant).length === 0 && isAgain(texts);
      return { kind: isSame ? 'HEAD' : 'OTHER', from };
    }
    if (hasFigures) {
      // a list of its kind goes on: what stood alone was one of its rows, without figures
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
        // a name of few words may be one of countries: “СНГ”
        hasSubject ||= isIndicator(only) || only.split(/\s+/).length >= MANY_WORDS;
      }
    }
    return { kind: 'ROW', from: line };
  };
}

/** A file is read to here: a table below the first has rows of its own. */
export const otherTable = (from: number, to: number): ImportProblem =>
  importProblem('WARN', 'OTHER_TABLE', { row: from }, { from, to });

/** Rows of figures above the head, that belong to a table which is not read. */
export function tableAbove(
  above: readonly (readonly string[])[],
  /** So many rows stand before them. */
  before: number,
): ImportProblem[] {
  const figures = above.map((row) => row.filter((text) => isPlainFigure(text.trim())).length);
  const told = figures.filter((count) => count > 0);
  if (told.length < 2 && !told.some((count) => count > 1)) return [];
  const from = above.findIndex((row) => !isBlank(row));
  const to = figures.findLastIndex((count) => count > 0);
  return [otherTable(before + from + 1, before + to + 1)];
}
