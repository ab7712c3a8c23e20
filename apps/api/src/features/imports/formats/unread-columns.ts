import { type ImportProblem, importProblem, UnreadableFile } from '../import-problem.ts';
import { columnsOf, isOtherDimension, saysNothing } from './columns.ts';
import { isCombination } from './record.ts';
import type { ColumnChoice, Field, ReadOptions } from './format.ts';

/** What decides which cell a row is about, and what a column without a known name may hold of it. */
export type Place = 'area' | 'year' | 'region' | 'sex' | 'age' | 'urbanisation';

/** What a text says of the place of its row. `sure`: it is nothing else, wherever it stands. */
export interface SaidOfPlace {
  place: Place;
  sure: boolean;
}

interface Tally {
  filled: number;
  found: Map<Place, number>;
  sure: Place | null;
  sample: Map<Place, string>;
}

/**
 * Looks through the columns that nobody reads. A row about another country, year or part is never taken for one of this
 * return because its column has an unknown name: what the columns hold is asked first.
 */
export class UnreadColumns {
  private readonly head: readonly string[];
  private readonly fields: readonly (Field | null)[];
  private readonly choice: ColumnChoice | null;
  private readonly placeOf: ReadOptions['placeOf'];
  private readonly tallies: Map<number, Tally>;

  /** `told`: columns of which everything is said. */
  constructor(
    table: {
      head: readonly string[];
      fields: readonly (Field | null)[];
      told: ReadonlySet<number>;
    },
    { columns, placeOf }: Pick<ReadOptions, 'columns' | 'placeOf'>,
  ) {
    this.head = table.head;
    this.fields = table.fields;
    this.choice = columns;
    this.placeOf = placeOf;
    const unread = table.fields.flatMap((field, at) =>
      field === null && !table.told.has(at) && !isKnown(table.head[at] ?? '') ? [at] : [],
    );
    this.tallies = new Map(
      unread.map((at) => [at, { filled: 0, found: new Map(), sure: null, sample: new Map() }]),
    );
  }

  look(texts: readonly string[]): void {
    for (const [at, tally] of this.tallies) {
      const text = texts[at]?.trim() ?? '';
      if (text === '') continue;
      tally.filled += 1;
      const said = this.placeOf(text);
      if (said === null) continue;
      const { place } = said;
      tally.found.set(place, (tally.found.get(place) ?? 0) + 1);
      if (!tally.sample.has(place)) tally.sample.set(place, text);
      if (said.sure) tally.sure ??= place;
    }
  }

  /** Refuses the file where a column holds what no other is read for, and of which nobody has said anything yet. */
  refuse(below: readonly (readonly string[])[]): void {
    const holds = new Map<number, Place>();
    const problems: ImportProblem[] = [];
    for (const [at, tally] of this.tallies) {
      const place = this.heldBy(tally);
      if (place === null) continue;
      holds.set(at, place);
      const text = (tally.sample.get(place) ?? '').slice(0, 60);
      const name = this.head[at]?.trim().slice(0, 60) ?? '';
      const column = name === '' ? String(at + 1) : name;
      problems.push(importProblem('ERROR', CODES[place], { column }, { text }));
    }
    if (problems.length === 0) return;
    throw new UnreadableFile(problems, columnsOf(this.head, this.fields, below, holds));
  }

  private heldBy({ filled, found, sure }: Tally): Place | null {
    const isOpen = (place: Place) =>
      !this.fields.includes(place) && this.choice?.[place] === undefined;
    if (sure !== null && isOpen(sure)) return sure;
    const most = [...found].find(([place, count]) => count * 2 >= filled && isOpen(place));
    return most?.[0] ?? null;
  }
}

const CODES = {
  area: 'AREAS_NOT_READ',
  year: 'YEARS_NOT_READ',
  region: 'REGIONS_NOT_READ',
  sex: 'SEXES_NOT_READ',
  age: 'AGES_NOT_READ',
  urbanisation: 'TOWNS_NOT_READ',
} as const satisfies Record<Place, string>;

const isKnown = (head: string): boolean =>
  saysNothing(head) || isOtherDimension(head) || isCombination(head);
