import { hasFigures } from './figures.ts';
import type { Facts, Field, ReadOptions } from './format.ts';
import { factReader, yearWithin } from './head-facts.ts';
import { isNotYet, isPartOfYear, LONGEST_HEAD } from './head-words.ts';
import { titleOf } from './title.ts';
import { unitIn } from './unit-words.ts';
import { without } from './unsaid.ts';

type Asked = Pick<ReadOptions, 'isIndicator' | 'placeOf'>;

/** A table whose head is known; `first`: the first row of the head. */
interface Titled {
  first: number;
  fields: readonly (Field | null)[];
  values: readonly { at: number; facts: Facts }[];
  stub: number | null;
}

/** "Таблица 5.1.", "5.1", "3-кесте." before the words of a title. */
const TABLE = String.raw`(?:таблица(?:сы)?|табл\.|table|кесте|ҷадвали?|жадвал|jadval)`;
const NUMBER_OF_TABLE = new RegExp(
  String.raw`^(?:${TABLE}\s*)?(?:№\s*)?(?:\d{1,3}[.:-]?)*(?:(?<=\d)\p{Ll}(?= ))?\s*(?:${TABLE}\.?\s*)?`,
  'iu',
);

/** What the rows above the head say about the table: the year, the unit, and the indicator or series in the title. */
export function factsOfTitle(
  top: readonly (readonly string[])[],
  { first, fields, values, stub }: Titled,
  asked: Asked,
): Facts {
  // only the rows below the figures of an earlier table belong to this one
  const table = top.slice(0, first).findLastIndex((row) => hasFigures([row], values)) + 1;
  const above = top
    .slice(table, first)
    .flatMap((row) => [...new Set(row.map((text) => text.trim()))]);
  const title = above.reduce(
    (longest, text) => (text.length > longest.length ? text : longest),
    '',
  );
  const has = (field: Field) =>
    fields.includes(field) || values.some(({ facts }) => facts[field] !== undefined);
  const constant: Facts = {};
  const isNamed = has('indicator') || has('series');
  const wordsOf = (text: string) =>
    titleOf(text.replace(NUMBER_OF_TABLE, '').trim().slice(0, LONGEST_HEAD), asked);
  // the title may be given in several languages, side by side
  const titles = top.slice(table, first).find((row) => row.some((text) => text.trim() === title));
  const words =
    titles?.map((text) => wordsOf(text.trim())).find(asked.isIndicator) ?? wordsOf(title);
  if (!isNamed && /\p{L}/u.test(words)) {
    if (asked.isIndicator(words)) constant.indicator = words;
    else constant.series = words;
  }
  if (isPartOfYear(title) && !has('partOfYear')) constant.partOfYear = title;
  const year = isNotYet(title) ? undefined : yearWithin(title)?.year;
  if (year !== undefined && !has('year') && stub !== null) constant.year = year;
  const unit = above.find((text) => unitIn(text) !== null);
  if (unit !== undefined && !has('unit')) constant.unit = unit;
  return constant;
}

/** What the name of a sheet says about all its rows: a year, a place, a part, an indicator. A single letter or a number says nothing. */
export function factsOfSheet(name: string, asked: Asked): Facts {
  const text = name.trim();
  if (text.length < 2) return {};
  if (isPartOfYear(text)) return { partOfYear: text };
  const facts = without(factReader(asked)(text) ?? {}, 'series', 'unit', 'status');
  return /^\d+$/.test(text) && facts.year === undefined ? {} : facts;
}
