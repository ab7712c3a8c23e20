import type { PlaceField } from '@qadam/domain';
import { type ImportProblem, importProblem, UnreadableFile } from '../import-problem.ts';
import { columnsOf, isIgnoredColumn, isLastYear, isStandardColumn } from './columns.ts';
import { isDimensionOfWho, isReadByName } from './record.ts';
import type { Field, ReadOptions } from './format.ts';
import type { Preview } from './preview.ts';
import type { WideTable } from './wide.ts';

/** What was found of one kind of place in one column. */
interface Found {
  at: number;
  place: PlaceField;
  count: number;
  /** `foreign`: some texts name a place that is not the return's; `sure`: at least one does so beyond doubt. */
  sure: boolean;
  foreign: boolean;
  sample: string;
}

type Rows = readonly (readonly string[])[];

/**
 * Looks through the columns with unknown names. A row about another country, year or part must not be stored in this return
 * just because the column that says so has an unknown name: the person is asked first what the column is. `wide`: if the
 * table has several columns of values, those that have been read.
 */
export function unreadColumns(
  head: readonly string[],
  fields: readonly (Field | null)[],
  wide: Pick<WideTable, 'columns' | 'values'> | null,
  { columns: choice, placeOf }: Pick<ReadOptions, 'columns' | 'placeOf'>,
) {
  const isUnread = fields.map(
    (field, at) =>
      field === null && wide?.columns.has(at) !== true && !isReadOtherwise(head[at] ?? ''),
  );
  /** How many cells of each column are filled. */
  const filled = fields.map(() => 0);
  const found = new Map<string, Found>();
  /** Fields for which some column was read and is not empty. */
  const spoken = new Set<Field>();

  function tally(at: number, text: string): void {
    filled[at] = (filled[at] ?? 0) + 1;
    const stated = placeOf(text);
    if (stated === null) return;
    const { place, own } = stated;
    const key = `${String(at)} ${place}`;
    const before = found.get(key);
    found.set(key, {
      at,
      place,
      count: (before?.count ?? 0) + 1,
      sure: before?.sure === true || (stated.sure && !own),
      foreign: before?.foreign === true || !own,
      sample: before?.foreign === true || (own && before) ? before.sample : text,
    });
  }

  /** The texts of one row, by column. */
  function addTexts(texts: Iterable<readonly [at: number, text: string]>): void {
    for (const [at, written] of texts) {
      const text = written.trim();
      const field = fields[at] ?? null;
      if (text === '') continue;
      if (field === null) {
        if (isUnread[at]) tally(at, text);
        continue;
      }
      spoken.add(field);
      // one column may name the country and its regions
      if (field === 'area' && placeOf(text)?.place === 'region') spoken.add('region');
    }
  }

  /** Does the head of every value column give this field? */
  const isToldByAll = (place: PlaceField): boolean =>
    wide?.values.every(({ facts }) => facts[place] !== undefined) === true;

  /** Searches the texts above the column names: a sheet name, a title, the filter of a pivot table, the years in a head of two rows. */
  function lookAbove(rows: Rows): void {
    for (const [at, written] of rows.flatMap((row) => [...row.entries()])) {
      const sample = written.trim();
      const stated = sample === '' ? null : placeOf(sample);
      if (stated === null || stated.own || !(stated.sure || stated.place === 'year')) continue;
      const { place } = stated;
      if ((place !== 'area' && place !== 'year') || isToldByAll(place)) continue;
      const title = { at, place, count: 0, sure: true, foreign: true, sample };
      found.set(`${String(at)} ${place}`, title);
    }
  }

  /** The places to ask about, in the order of columns: those that are sure or fill half of a column, and that no other column was read for. */
  const open = (): Found[] =>
    [...found.values()]
      .filter(
        ({ at, place, count, sure, foreign }) =>
          !spoken.has(place) &&
          choice?.[place] === undefined &&
          foreign &&
          (sure || count * 2 >= (filled[at] ?? 0)),
      )
      .toSorted((a, b) => a.at - b.at || Number(b.sure) - Number(a.sure) || b.count - a.count);

  /** Refuses the file if it has such a column, until a person says what the column is. `above` and `below`: the rows around the head. */
  function refuse(above: Rows, below: Rows, preview: Preview | null = null): void {
    lookAbove(above);
    const holds = new Map<number, PlaceField>();
    const problems: ImportProblem[] = [];
    for (const { at, place, sample } of open()) {
      if (holds.has(at)) continue;
      holds.set(at, place);
      const column = head[at]?.trim().slice(0, 60) || String(at + 1);
      const text = sample.slice(0, 60);
      problems.push(importProblem('ERROR', CODES[place], { column }, { text }));
    }
    if (problems.length === 0) return;
    throw new UnreadableFile(problems, columnsOf(head, fields, below, holds), preview);
  }
  return { addTexts, refuse };
}

const CODES = {
  area: 'AREAS_NOT_READ',
  year: 'YEARS_NOT_READ',
  region: 'REGIONS_NOT_READ',
  sex: 'SEXES_NOT_READ',
  age: 'AGES_NOT_READ',
  urbanisation: 'TOWNS_NOT_READ',
} as const satisfies Record<PlaceField, string>;

/** A column that only gives the type of another column: WHO's “Location type” is “Country”. */
const OF_ANOTHER = /^.{0,40}type$/i;

/** Is the column known in another way: as a breakdown, as last year's figures in a template, or as one of a standard? */
const isReadOtherwise = (head: string): boolean =>
  isStandardColumn(head) ||
  isReadByName(head) ||
  isLastYear(head) ||
  isDimensionOfWho(head) ||
  OF_ANOTHER.test(head.trim());

/** A warning for each named column without a field. `known`: columns that need no warning. */
export const columnsNotRead = (
  head: readonly string[],
  fields: readonly (Field | null)[],
  known: ReadonlySet<number>,
): ImportProblem[] =>
  head.flatMap((name, at) =>
    fields[at] === null &&
    !known.has(at) &&
    !isReadByName(name) &&
    name.trim() !== '' &&
    !isIgnoredColumn(name)
      ? [importProblem('WARN', 'UNKNOWN_COLUMN', { column: name.slice(0, 200) })]
      : [],
  );
