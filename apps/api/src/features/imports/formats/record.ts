import { BREAKDOWN_DIMENSIONS } from '@qadam/domain';
import { fieldOf, isOtherDimension } from './columns.ts';
import type { Field, SourceRow } from './format.ts';

type Named = readonly [name: string, text: string, field: Field | null];

const TOTALS = new Set(['', '_T', '_Z']);

/** A row from names and texts, whatever they were: columns, attributes, concepts. */
export function toRow(line: number, named: Iterable<Named>): SourceRow {
  const cells: SourceRow['cells'] = {};
  const others: string[] = [];
  let column = '';
  const all = [...named];
  for (const one of withDimensions(all)) {
    const isOpen = one[2] === null && isCombination(one[0]);
    for (const [name, text, field] of isOpen ? withCategories(one) : [one]) {
      if (field === null && (isOtherDimension(name) || isCombination(name))) {
        if (TOTALS.has(text.trim())) continue;
        others.push(text.trim());
        column = name;
        continue;
      }
      // the first column of a meaning counts: a code comes before its label
      if (field !== null && cells[field] === undefined) cells[field] = { text, column: name };
    }
  }
  if (others.length > 0) cells.breakdown = { text: others.join('+'), column };
  return { line, cells, problems: [] };
}

/** WHO has pairs of columns: what a dimension is, and its code there. */
const DIMENSION_OF_WHO = /^dim[1-3](?:type| type|valuecode)?$/;
export const isDimensionOfWho = (name: string): boolean =>
  name.length < 20 && DIMENSION_OF_WHO.test(name.trim().toLowerCase());

function withDimensions(named: readonly Named[]): readonly Named[] {
  if (!named.some(([name]) => isDimensionOfWho(name))) return named;
  const byName = new Map(named.map(([name, text]) => [name.trim().toLowerCase(), text]));
  return named.map((one): Named => {
    const name = one[0].trim().toLowerCase();
    const type = byName.get(`${name} type`) ?? byName.get(`${name}type`);
    return type === undefined || type.trim() === '' ? one : [type, one[1], fieldOf(type)];
  });
}

/** What DHIS2 calls the categories of a value and those of its data set, in JSON and in CSV. */
const COMBINATIONS = new Set([
  ...['categoryoptioncombo', 'catoptcombo'],
  ...['attributeoptioncombo', 'attroptcombo'],
]);

export const isCombination = (name: string): boolean =>
  name.length < 40 && COMBINATIONS.has(name.trim().toLowerCase());

const CATEGORY = new RegExp(`^(${BREAKDOWN_DIMENSIONS.join('|').toUpperCase()})_(.+)$`);
/** The combination of no categories, by its code and by the id it has in every DHIS2. */
const DEFAULT = new Set(['default', '_T', 'HllvX50cXC0', '']);

/** `SEX_F.AGE_Y15T49`, as its categories; null where it is written otherwise. */
export function categoriesIn(text: string): [category: string, option: string][] | null {
  const parts = text.split(/[\s,;+.]+/).map((part) => CATEGORY.exec(part));
  return parts.every((part) => part !== null)
    ? parts.map(([, category = '', option = '']) => [category, option])
    : null;
}

/** A combination of others is a breakdown, until somebody says which part it is. */
function withCategories(combination: Named): Named[] {
  const [, text] = combination;
  if (DEFAULT.has(text.trim())) return [];
  const categories = categoriesIn(text);
  return categories === null
    ? [combination]
    : categories.map(([category, option]) => [category, option, fieldOf(category)]);
}
