import type { PlaceField } from '@qadam/domain';
import { type ImportProblem, importProblem, UnreadableFile } from '../import-problem.ts';
import { columnsOf, isLastYear, isOtherDimension } from './columns.ts';
import { isCombination } from './record.ts';
import type { ColumnChoice, Field, ReadOptions } from './format.ts';

/** What was found of one place in one column. */
interface Found {
  at: number;
  place: PlaceField;
  count: number;
  /** Of them, some that are not those of this return: beyond doubt, and at all. */
  sure: boolean;
  foreign: boolean;
  sample: string;
}

/**
 * Looks through the columns whose meaning is not known. A row about another country, year or part must not be stored as
 * one of this return because its column has an unknown name: what such a column holds is asked first.
 */
export class UnreadColumns {
  private readonly head: readonly string[];
  private readonly fields: readonly (Field | null)[];
  private readonly choice: ColumnChoice | null;
  private readonly placeOf: ReadOptions['placeOf'];
  private readonly unread: ReadonlySet<number>;
  /** How many cells of each column are filled. */
  private readonly filled: number[];
  private readonly found = new Map<string, Found>();
  /** Fields that some column is read for and fills. */
  private readonly spoken = new Set<Field>();

  /** `told`: columns that were reported already. */
  constructor(
    table: {
      head: readonly string[];
      fields: readonly (Field | null)[];
      known: ReadonlySet<number>;
    },
    { columns, placeOf }: Pick<ReadOptions, 'columns' | 'placeOf'>,
  ) {
    this.head = table.head;
    this.fields = table.fields;
    this.choice = columns;
    this.placeOf = placeOf;
    this.unread = new Set(
      table.fields.flatMap((field, at) =>
        field === null && !table.known.has(at) && !isReadOtherwise(table.head[at] ?? '')
          ? [at]
          : [],
      ),
    );
    this.filled = table.fields.map(() => 0);
  }

  /** The texts of one row, by column. */
  addTexts(texts: Iterable<readonly [at: number, text: string]>): void {
    for (const [at, written] of texts) {
      const text = written.trim();
      const field = this.fields[at] ?? null;
      if (text === '') continue;
      if (field !== null) this.hear(field, text);
      else if (this.unread.has(at)) this.tally(at, text);
    }
  }

  private hear(field: Field, text: string): void {
    this.spoken.add(field);
    // one column may name the country and its regions
    if (field === 'area' && this.placeOf(text)?.place === 'region') this.spoken.add('region');
  }

  private tally(at: number, text: string): void {
    this.filled[at] = (this.filled[at] ?? 0) + 1;
    const stated = this.placeOf(text);
    if (stated === null) return;
    const { place, own } = stated;
    const key = `${String(at)} ${place}`;
    const known = this.found.get(key);
    this.found.set(key, {
      at,
      place,
      count: (known?.count ?? 0) + 1,
      sure: known?.sure === true || (stated.sure && !own),
      foreign: known?.foreign === true || !own,
      sample: known?.foreign === true || (own && known) ? known.sample : text,
    });
  }

  /** What stands above the names of the columns: a title, the filter of a pivot table, the years of a head of two rows. */
  lookAbove(rows: readonly (readonly string[])[]): void {
    for (const [at, written] of rows.flatMap((row) => [...row.entries()])) {
      const sample = written.trim();
      const stated = sample === '' ? null : this.placeOf(sample);
      if (stated === null || stated.own || !(stated.sure || stated.place === 'year')) continue;
      const { place } = stated;
      if (place === 'area' || place === 'year')
        this.found.set(`${String(at)} ${place}`, {
          at,
          place,
          count: 0,
          sure: true,
          foreign: true,
          sample,
        });
    }
  }

  /** Refuses the file where a column holds what no other is read for, until a person has said what it is. */
  refuse(below: readonly (readonly string[])[]): void {
    const holds = new Map<number, PlaceField>();
    const problems: ImportProblem[] = [];
    for (const { at, place, sample } of this.known()) {
      if (holds.has(at)) continue;
      holds.set(at, place);
      const name = this.head[at]?.trim().slice(0, 60) ?? '';
      const column = name === '' ? String(at + 1) : name;
      problems.push(
        importProblem('ERROR', CODES[place], { column }, { text: sample.slice(0, 60) }),
      );
    }
    if (problems.length === 0) return;
    throw new UnreadableFile(problems, columnsOf(this.head, this.fields, below, holds));
  }

  /** In the order of the columns: what is sure, or stands in half of the filled cells, and is read from no other column. */
  private known(): Found[] {
    const isOpen = (place: PlaceField) =>
      !this.spoken.has(place) && this.choice?.[place] === undefined;
    return [...this.found.values()]
      .filter(
        ({ at, place, count, sure, foreign }) =>
          isOpen(place) && foreign && (sure || count * 2 >= (this.filled[at] ?? 0)),
      )
      .toSorted((a, b) => a.at - b.at || Number(b.sure) - Number(a.sure) || b.count - a.count);
  }
}

const CODES = {
  area: 'AREAS_NOT_READ',
  year: 'YEARS_NOT_READ',
  region: 'REGIONS_NOT_READ',
  sex: 'SEXES_NOT_READ',
  age: 'AGES_NOT_READ',
  urbanisation: 'TOWNS_NOT_READ',
} as const satisfies Record<PlaceField, string>;

/** As a breakdown, or as the figures of last year that a template shows. */
const isReadOtherwise = (head: string): boolean =>
  isOtherDimension(head) || isCombination(head) || isLastYear(head);
