import { COLUMN_HEADS, parseNumber, parseYear, parseYesNo } from '@qadam/domain';

export type Column = 'value' | 'numerator' | 'denominator' | 'sourceText' | 'comment';
/**
 * What a column of a pasted block holds. LABEL: it says what each row is, and has no values. OTHER_YEAR, NO_HEADING and
 * UNKNOWN are not taken: the column is for another year, has no heading where others have one, or has an unknown one.
 */
export type ColumnUse = Column | 'LABEL' | 'OTHER_YEAR' | 'NO_HEADING' | 'UNKNOWN';

/** What ministries write above columns, in any of the six languages. */
const WORDS = new Map<Column, readonly string[]>([
  ['value', COLUMN_HEADS.value],
  ['numerator', COLUMN_HEADS.numerator],
  ['denominator', COLUMN_HEADS.denominator],
  ['sourceText', COLUMN_HEADS.source],
  ['comment', COLUMN_HEADS.comment],
]);
const FIGURES: readonly Column[] = ['value', 'numerator', 'denominator'];

export const isFigure = (text: string): boolean => {
  if (text.trim() === '') return false;
  const { value, missing, error } = parseNumber({ text, decimal: null, unit: 'PT' });
  return (
    value !== null ||
    missing !== null ||
    (error !== null && /^\W*\d/.test(text)) ||
    parseYesNo({ text }).value !== null
  );
};

export const isYear = (text: string, year: number): boolean => parseYear({ text }).year === year;

export const isAnyYear = (text: string): boolean => parseYear({ text }).year !== null;

function ofHeading(heading: string, year: number): ColumnUse {
  if (isYear(heading, year)) return 'value';
  if (isAnyYear(heading)) return 'OTHER_YEAR';
  const word = heading.trim().toLowerCase();
  if (word === '') return 'NO_HEADING';
  const [known] = [...WORDS].find(([, words]) => words.includes(word)) ?? [];
  return known ?? 'UNKNOWN';
}

/** Is this text a heading, and not content: a known word, a year, or nothing? */
export const isHeading = (text: string, year: number): boolean =>
  text.trim() === '' || ofHeading(text, year) !== 'UNKNOWN';

const mostly = (texts: readonly string[], test: (text: string) => boolean): boolean =>
  texts.length > 0 && texts.filter(test).length * 2 > texts.length;

/** What each column of a labelled block holds: known by its heading, or else by the texts in it. */
export function usesOfColumns(
  rows: readonly (readonly string[])[],
  options: {
    key: number;
    heading: readonly string[] | null;
    isLabel: (text: string) => boolean;
    year: number;
  },
): ColumnUse[] {
  const { key, heading, isLabel, year } = options;
  const width = Math.max(...rows.map((row) => row.length));
  const contents = Array.from({ length: width }, (_, at) =>
    rows.flatMap((row) => (row[at]?.trim() ? [row[at]] : [])),
  );
  const labels = contents.map((texts, at) => at === key || mostly(texts, isLabel));
  const written = contents.map((_, at) =>
    labels[at] ? 'LABEL' : heading === null ? 'UNKNOWN' : ofHeading(heading[at] ?? '', year),
  );
  if (written.some((use) => FIGURES.some((figure) => figure === use))) return written;
  const figures = contents.flatMap((texts, at) =>
    !labels[at] && written[at] !== 'OTHER_YEAR' && mostly(texts, isFigure) ? [at] : [],
  );
  const order: readonly Column[] = figures.length === 2 ? ['numerator', 'denominator'] : FIGURES;
  return written.map((use, at): ColumnUse => {
    if (contents[at]?.length === 0) return 'LABEL';
    const position = figures.indexOf(at);
    return position < 0 ? use : (order[position] ?? 'UNKNOWN');
  });
}
