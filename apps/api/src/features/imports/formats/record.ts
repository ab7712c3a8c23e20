import { BREAKDOWN_DIMENSIONS, parseYesNo } from '@qadam/domain';
import { isWhole } from '../part-words.ts';
import { remembered } from '../remembered.ts';
import { fieldOf, isOtherDimension } from './columns.ts';
import type { Field, SourceCell, SourceRow } from './format.ts';

type Named = readonly [cell: SourceCell, field: Field | null];

/** “Sex: Female”, “Age (Aggregate bands): Total” */
const LABEL_OF_ILO = /^(?:Sex|Age \([\w ,-]{1,40}\)|Area type|Geographical coverage): /;
const TOTALS = new Set(['', '_T', '_Z']);
/** The codes for a total in classifications of the ILO: AGE_AGGREGATE_TOTAL, GEO_COV_NAT. */
const TOTAL_OF_ILO = /^[A-Z]{3}_(?:[A-Z\d]+_TOTAL|COV_NAT)$/;

/** Makes a row from names and texts, be they columns, attributes or concepts. Null if the row says that it was deleted. */
export function toRow(line: number, named: Iterable<Named>): SourceRow | null {
  const cells: SourceRow['cells'] = {};
  const others: string[] = [];
  let column = '';
  const all = [...named];
  const take = ([cell, field]: Named) => {
    // the first column of a field counts: a code comes before its label
    if (field !== null) cells[field] ??= withoutLabel(cell);
    else if (isReadByName(cell.column)) {
      const text = cell.text.trim().replace(LABEL_OF_ILO, '');
      if (isWhole(text) || TOTALS.has(text) || TOTAL_OF_ILO.test(text)) return;
      others.push(text);
      column = cell.column;
    }
  };
  if (all.some(([cell]) => isDeletion(cell))) return null;
  for (const one of withDimensions(all)) {
    const isOpen = one[1] === null && kindOf(one[0].column).combination;
    if (isOpen) for (const category of withCategories(one)) take(category);
    else take(one);
  }
  if (others.length > 0) cells.breakdown = { text: others.join('+'), column };
  return { line, cells, problems: [] };
}

const withoutLabel = (cell: SourceCell): SourceCell =>
  LABEL_OF_ILO.test(cell.text) ? { ...cell, text: cell.text.replace(LABEL_OF_ILO, '') } : cell;

/** Does the cell mark its row as deleted (DHIS2) or to be deleted (SDMX-CSV)? */
function isDeletion({ column, text }: SourceCell): boolean {
  const { deletes } = kindOf(column);
  if (deletes === null) return false;
  return deletes === 'action'
    ? ['D', 'DELETE'].includes(text.trim().toUpperCase())
    : parseYesNo({ text }).value === true;
}

/** The names that DHIS2 has in JSON and CSV for the combination of a value and that of its data set. */
const COMBINATIONS = new Set([
  ...['categoryoptioncombo', 'catoptcombo'],
  ...['attributeoptioncombo', 'attroptcombo'],
  // in its analytics
  ...['co', 'ao'],
]);
/** WHO has pairs of columns: one for the type of a dimension, one for its code. */
const DIMENSION_OF_WHO = /^dim[1-3](?:type| type|valuecode)?$/;

/** What the name of a column alone tells about it. */
const kindOf = remembered((column) => {
  const name = column.length < 40 ? column.trim().toLowerCase() : '';
  const isShort = column.length <= 20;
  const combination = COMBINATIONS.has(name);
  return {
    deletes: isShort && (name === 'action' || name === 'deleted') ? name : null,
    combination,
    dimensionOfWho: column.length < 20 && DIMENSION_OF_WHO.test(name),
    readByName: combination || isOtherDimension(column),
  };
});

/** Does the column tell the part of its row, although no field has its name? */
export const isReadByName = (name: string): boolean => kindOf(name).readByName;

export const isDimensionOfWho = (name: string): boolean => kindOf(name).dimensionOfWho;

function withDimensions(named: readonly Named[]): readonly Named[] {
  if (!named.some(([{ column }]) => isDimensionOfWho(column))) return named;
  const byName = new Map(named.map(([{ column, text }]) => [column.trim().toLowerCase(), text]));
  return named.map((one): Named => {
    const [cell] = one;
    const name = cell.column.trim().toLowerCase();
    if (!isDimensionOfWho(name)) return one;
    const type = byName.get(`${name} type`) ?? byName.get(`${name}type`);
    return type === undefined || type.trim() === ''
      ? one
      : [{ ...cell, column: type }, fieldOf(type)];
  });
}

const CATEGORY = new RegExp(`^(${BREAKDOWN_DIMENSIONS.join('|').toUpperCase()})_(.+)$`);
/** The combination without categories: its code, and the id that it has in every DHIS2. */
const DEFAULT = new Set(['default', '_T', 'HllvX50cXC0', '']);

/** The categories in `SEX_F.AGE_Y15T49`; null if the text has another form. */
export function categoriesIn(text: string): [category: string, option: string][] | null {
  const parts = text.split(/[\s,;+.]+/).map((part) => CATEGORY.exec(part));
  return parts.every((part) => part !== null)
    ? parts.map(([, category = '', option = '']) => [category, option])
    : null;
}

/** Does the text of a combination itself give its parts? */
export const isToldInFull = (combination: string): boolean =>
  DEFAULT.has(combination.trim()) || categoriesIn(combination) !== null;

/** The categories of a combination. One of another system is kept as a breakdown, until a person says which part it is. */
function withCategories(combination: Named): Named[] {
  const [{ text }] = combination;
  if (DEFAULT.has(text.trim())) return [];
  const categories = categoriesIn(text);
  return categories === null
    ? [combination]
    : categories.map(([column, text]) => [{ text, column }, fieldOf(column)]);
}
