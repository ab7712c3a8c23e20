import { type ImportProblem, importProblem } from '../import-problem.ts';
import { isWhole } from '../part-words.ts';
import {
  fieldOf,
  HEAD_WITHIN,
  hasValue,
  headAt,
  isIgnoredColumn,
  isOtherDimension,
  meaningsOf,
} from './columns.ts';
import type { Facts, Field, ReadOptions } from './format.ts';
import { factReader, type ReadFacts } from './head-facts.ts';
import { factsOf, isBelowChapter, isOfBeside, withoutOthers } from './head-stacks.ts';
import { withoutMark } from './head-words.ts';
import {
  areFigures,
  areMarks,
  hasFigures,
  isBlank,
  isBlankOrYear,
  isNumbering,
  isPlainFigure,
} from './figures.ts';
import { aloneIn, withoutOfWhich } from './stub.ts';
import { factsOfTitle } from './table-facts.ts';
import { columnBeside, tableBeside } from './tables-beside.ts';
import { areOfLanguages, isTranslation } from './translations.ts';
import { splitUnit } from './unit-words.ts';

type Asked = Pick<ReadOptions, 'isIndicator' | 'placeOf' | 'template' | 'columns'>;
type Rows = readonly (readonly string[])[];

/** A column of values, with what its head says about them: an indicator, a year, a sex. */
export interface ValueColumn {
  at: number;
  head: string;
  facts: Facts;
}

/** A table with several columns of values, below a head of one or more rows. */
export interface WideTable {
  /** The first and last row of the head, counted from 0. */
  first: number;
  last: number;
  /** For every column, the texts in the rows of the head. */
  names: string[];
  fields: (Field | null)[];
  values: ValueColumn[];
  /** The column that says what each row is about without a fixed meaning: regions, sexes and indicators in turn. */
  stub: number | null;
  /** Columns that repeat the stub's names in other languages. */
  translations: number[];
  /** What holds for all rows, such as the year and the series in the title. */
  constant: Facts;
  problems: ImportProblem[];
  /** The columns whose meaning is known: values, stub and translations. */
  columns: ReadonlySet<number>;
  /** Does every value have an indicator or series? */
  isNamed: boolean;
  /** The column at which another table begins beside this one. */
  beside: number | null;
}

/** Should the file be searched for several columns of values? Not if a single column is named as the value, or a person chose it. */
export function isWide(top: Rows, { columns }: Pick<Asked, 'columns'>): boolean {
  if (columns?.values !== undefined) return true;
  if (columns?.value !== undefined || columns?.numerator !== undefined) return false;
  const fields = (top[headAt(top)] ?? []).map(fieldOf);
  return !hasValue(fields) || fields.filter((field) => field === 'value').length > 1;
}

/** The row that a person chose as the column names, counted from 0. */
export const chosenHead = ({ columns }: Pick<Asked, 'columns'>): number | null =>
  columns?.head === undefined ? null : columns.head - 1;

const DEEPEST = 4;
const WIDEST = 400;
/** How many rows below a head are searched for figures. */
const BODY = 20;

/**
 * Finds the wide table of a sheet or text by what its heads mean: yearbooks, exports with a column for each year, pivot
 * tables. Null if there is none. `top`: the first rows of the file.
 */
export function wideTable(top: Rows, asked: Asked): WideTable | null {
  const { columns: choice } = asked;
  const chosen = chosenHead(asked);
  const reader = factReader(asked);
  let best: { block: Block; rank: readonly number[] } | null = null;
  const starts = Array.from({ length: Math.min(top.length, HEAD_WITHIN) }, (_, at) => at);
  for (const first of starts) {
    // rows below the figures of the best table so far belong to another table
    if (
      best !== null &&
      chosen === null &&
      hasFigures(top.slice(best.block.last + 1, first), best.block.values)
    )
      break;
    for (let last = first; last < Math.min(first + DEEPEST, top.length - 1); last += 1) {
      if (chosen !== null && last !== chosen) continue;
      if (isBlank(top[first] ?? []) || isBlank(top[last] ?? [])) continue;
      const block = readBlock(top, first, last, reader, asked);
      if (block === null) continue;
      const facts = block.values.reduce((sum, one) => sum + Object.keys(one.facts).length, 0);
      const fields = block.fields.filter((field) => field !== null).length;
      const rank = [
        -Number(hasTwins(block.values)),
        block.values.length,
        -block.worded,
        facts,
        fields,
        first - last,
        -first,
      ];
      if (best === null || isGreater(rank, best.rank)) best = { block, rank };
    }
  }
  if (best === null) return null;
  const beside = choice?.values === undefined ? besideAt(best.block, top, asked) : null;
  const block = beside === null ? best.block : leftOf(best.block, beside);
  const fields = block.fields;
  const constant = factsOfTitle(top, block, asked);
  const hasYear = fields.includes('year') || constant.year !== undefined;
  const { cycle } = asked.template;
  const ofYears = block.values.filter(({ facts }) => facts.year !== undefined);
  // a return of one year takes only the column of its year
  const isOther = ({ facts }: ValueColumn) =>
    cycle !== null && facts.year !== undefined && Number(facts.year) !== cycle;
  const values = block.values.filter((one) => !isOther(one));
  if (values.length === 0 || (hasYear && ofYears.length > 0) || hasTwins(values)) return null;
  const problems = [
    ...(beside === null ? [] : [tableBeside(best.block.names, beside)]),
    ...block.values
      .filter(isOther)
      .map(({ head, facts }) =>
        importProblem(
          'WARN',
          'OTHER_YEAR_COLUMN',
          { column: head.slice(0, 200) },
          { year: facts.year ?? '', cycle: String(cycle) },
        ),
      ),
  ];
  const named = fields.some((field) => field === 'indicator' || field === 'series');
  const isNamed =
    named ||
    [constant, ...values.map(({ facts }) => facts)].some(
      ({ indicator, series }) => indicator !== undefined || series !== undefined,
    );
  const columns = new Set(block.values.map(({ at }) => at));
  if (block.stub !== null) columns.add(block.stub);
  for (const at of block.translations) columns.add(at);
  return { ...block, values, constant, problems, columns, isNamed, beside };
}

function isGreater(one: readonly number[], other: readonly number[]): boolean {
  for (const [at, number] of one.entries()) {
    const difference = number - (other[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

type Block = Pick<
  WideTable,
  'first' | 'last' | 'names' | 'fields' | 'values' | 'stub' | 'translations'
> & {
  /** How many value columns begin with words instead of a figure: a sign that a row of the head was taken for a row of data. */
  worded: number;
};

const besideAt = (
  { names, values, last }: Block,
  top: Rows,
  { isIndicator }: Asked,
): number | null =>
  columnBeside(
    names,
    values.map(({ at }) => at),
    top.slice(last + 1),
    isIndicator,
  );

const leftOf = (block: Block, beside: number): Block => ({
  ...block,
  names: block.names.slice(0, beside),
  fields: block.fields.slice(0, beside),
  values: block.values.filter(({ at }) => at < beside),
});

function readBlock(
  top: Rows,
  first: number,
  last: number,
  read: ReadFacts,
  { columns: choice, template }: Asked,
): Block | null {
  const chosen = choice?.values ?? null;
  const head = top.slice(first, last + 1);
  const width = Math.min(WIDEST, Math.max(...top.slice(first).map((row) => row.length)));
  const filled = head.map((row, at) => spread(row, width, at < head.length - 1));
  const stacks = Array.from({ length: width }, (_, at) => [
    ...new Set(filled.map((row) => row[at] ?? '').filter((text) => text !== '')),
  ]);
  const numbering = isNumbering(top[last + 1] ?? [], stacks) ? 1 : 0;
  const body = top.slice(last + 1 + numbering, last + 1 + numbering + BODY);
  const names = stacks.map((texts) => texts.join(' · '));
  let values: ValueColumn[] = [];
  const heads = stacks.map((texts) => texts.find((text) => fieldOf(text) !== null) ?? '');
  for (const [at, texts] of stacks.entries()) {
    const texted = body.map((row) => row[at]?.trim() ?? '');
    const told = chosen?.includes(at + 1) === false ? null : factsOf(texts, read);
    // a head with only a unit or a status does not make a column one of values
    const isUnclear =
      told !== null && (isOfBeside(stacks, at, told, read) || isAboutFigures(told, texts));
    const facts = isUnclear ? null : told;
    const isChosen = chosen?.includes(at + 1) === true;
    // a row with figures cannot be part of a head
    if (!isChosen && chosen === null && filled.slice(1).some((row) => isPlainFigure(row[at] ?? '')))
      return null;
    // a column with another known name holds no values; nor does a column of years below “Год”, which give the year of each row
    const named = fieldOf(heads[at] ?? '');
    const isNoValue = named !== null && (!HEADS_OF_GROUPS.has(named) || areYears(texted));
    const isOfValues = areFigures(texted) || (facts?.year !== undefined && areMarks(texted));
    if ((facts !== null || isChosen) && (isChosen || (isOfValues && !isNoValue))) {
      if (!isChosen && texts.some(isPlainFigure)) return null;
      values.push({ at, head: texts.join(' · ').slice(0, 200), facts: told ?? {} });
      heads[at] = '';
    }
  }
  if (chosen === null) {
    const kept = withoutOthers(values, stacks, read);
    for (const { at } of values) if (!kept.some((one) => one.at === at)) heads[at] = '';
    values = kept;
    if (isBelowChapter(values, stacks, read)) return null;
  }
  const fields = meaningsOf(heads, choice).map((field) => (field === 'value' ? null : field));
  const textsOf = (at: number) => body.map((row) => row[at]?.trim() ?? '');
  const said = values.filter(({ facts }) => Object.keys(facts).length > 0);
  // a single column with facts proves little, as a title may name an indicator and any row a year: a table has more, or other known columns
  const [only] = said.length === 1 ? said : [];
  const isSaid = choice?.indicator != null;
  const left = Math.min(...values.map(({ at }) => at));
  const ofNames = [...heads.keys()].filter(
    (at) => at < left && fieldOf(heads[at] ?? '') === 'indicator',
  );
  const named = fields.indexOf('indicator');
  const areTranslated =
    areOfLanguages(ofNames.map((at) => heads[at] ?? '')) &&
    ofNames.every((at) => isTranslation(textsOf(named), textsOf(at)));
  // a second name column that is not read could change the meaning of an indicator
  const mayHaveOthers = template.cycle === null && areTranslated;
  const stub = isSaid ? null : stubOf(fields, heads, names, values, textsOf, read, mayHaveOthers);
  const translations =
    stub !== null && stub === named && areTranslated ? ofNames.filter((at) => at !== stub) : [];
  const hasYear = fields.includes('year') || values.some(({ facts }) => facts.year !== undefined);
  const isBlankHead = (at: number) => heads[at] === '' && (head.at(-1)?.[at] ?? '').trim() === '';
  const years = heads.findIndex(
    (_, at) => at < left && at !== stub && isBlankHead(at) && areYears(textsOf(at)),
  );
  if (!hasYear && choice === null && years !== -1) fields[years] = 'year';
  // a single column with a year, and regions or parts below an empty head (in a row of data there would be a name before the figure)
  const isOfYear =
    only?.facts.year !== undefined &&
    values.length === 1 &&
    stub !== null &&
    isBlankHead(stub) &&
    textsOf(only.at).some(isPlainFigure);
  const isTable =
    chosen !== null ||
    said.length > 1 ||
    isOfYear ||
    // “Всего” beside a column of years
    (said.length === 0 && values.length === 1 && fields.includes('year')) ||
    // “Всего” beside one part
    (only !== undefined && values.length > 1 && stub !== null) ||
    (only !== undefined && fields.some((one) => one !== null));
  if (!isTable || fields.includes('numerator')) return null;
  if (stub !== null) fields[stub] = null;
  if (chosen === null && head.slice(1).some((row) => isSection(row, values, read))) return null;
  const worded = values.filter(({ at }) => /^[^\d]*\p{L}{3}/u.test(body[0]?.[at] ?? '')).length;
  return { first, last: last + numbering, names, fields, values, stub, translations, worded };
}

/** Is it a column of years? There may be a note below them. */
const areYears = (texts: readonly string[]): boolean =>
  texts.some((text) => text !== '' && isBlankOrYear(text)) && !texts.some(isPlainFigure);

/** Do the facts only give a unit or status? “Всего, человек” does not count, as it also names the total. */
const isAboutFigures = (facts: Facts, texts: readonly string[]): boolean => {
  const told = Object.keys(facts);
  const isTotal = texts.some((text) => isWhole(splitUnit(text)?.name ?? ''));
  return (
    !isTotal && told.length > 0 && told.every((field) => field === 'unit' || field === 'status')
  );
};

/** Names that may stand above several columns of values: “Годы” above 2019 and 2020. */
const HEADS_OF_GROUPS: ReadonlySet<Field> = new Set<Field>([
  ...(['value', 'indicator', 'series', 'area', 'year', 'region'] as const),
  ...(['sex', 'age', 'urbanisation', 'breakdown'] as const),
]);

const isPart = (facts: Facts | null): boolean =>
  facts?.sex !== undefined || facts?.urbanisation !== undefined || facts?.age !== undefined;

/** Is the row a section heading, not part of a head? “Женщины” or “Казахстан” alone left of the values names what the rows below are about. */
function isSection(row: readonly string[], values: readonly ValueColumn[], read: ReadFacts) {
  const alone = aloneIn(row);
  if (alone === null || values.some(({ at }) => (row[at] ?? '').trim() !== '')) return false;
  const left = Math.min(...values.map(({ at }) => at));
  if (row.findIndex((text) => text.trim() === alone) >= left) return false;
  const facts = read(withoutOfWhich(withoutMark(alone)));
  return (
    isPart(facts) || [facts?.area, facts?.region, facts?.year].some((one) => one !== undefined)
  );
}

/** The column of names if these are not our indicators or have parts below them; else the first text column left of the values without a head. */
function stubOf(
  fields: readonly (Field | null)[],
  heads: readonly string[],
  names: readonly string[],
  values: readonly ValueColumn[],
  textsOf: (at: number) => string[],
  read: ReadFacts,
  mayHaveOthers: boolean,
): number | null {
  const named = fields.indexOf('indicator');
  const isOurs = (text: string) => read(text)?.indicator !== undefined;
  if (named !== -1) {
    const texts = textsOf(named);
    // then the code of the series names each row
    if (fields.includes('series')) return null;
    const isMixed = texts.some((text) => isPart(read(withoutOfWhich(text))));
    // an office's table also has rows for figures that nobody asks for, named in words
    const hasOthers =
      mayHaveOthers && texts.some((text) => /\p{L} \p{L}/u.test(text) && !isOurs(text));
    return texts.some(isOurs) && !isMixed && !hasOthers ? null : named;
  }
  const left = Math.min(...values.map(({ at }) => at));
  const stub = fields.findIndex((field, at) => {
    const name = names[at] ?? '';
    const isKnown = heads[at] !== '' || isIgnoredColumn(name) || isOtherDimension(name);
    const filled = textsOf(at).filter((text) => text !== '');
    const worded = filled.filter((text) => /\p{L}|^\d+\s*[-–—+]/u.test(text));
    // half is enough: a column of row numbers may also have a note below
    return at < left && !isKnown && worded.length > 0 && worded.length * 2 >= filled.length;
  });
  return stub === -1 ? null : stub;
}

/** The cells of a row of the head; `wide`: a blank cell repeats the one before it, as in a merged range. */
function spread(row: readonly string[], width: number, wide: boolean): string[] {
  let before = '';
  return Array.from({ length: width }, (_, at) => {
    const text = row[at]?.trim() ?? '';
    if (text !== '') before = text;
    return wide ? before : text;
  });
}

/** Do two columns mean the same? Then at least one of them differs in a way we do not understand. */
function hasTwins(values: readonly ValueColumn[]): boolean {
  const texts = values.map(({ facts }) => JSON.stringify(Object.entries(facts).toSorted()));
  return new Set(texts).size < texts.length;
}
