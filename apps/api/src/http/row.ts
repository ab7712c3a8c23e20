/** Has a place in one row. */
export class Placed<One> {
  older: One | null = null;
  newer: One | null = null;
}

/**
 * What was met longest ago stands first. A Map in which each is deleted and set again is in that order too, but makes a new table
 * every few times, and V8 does not free what stood in the old ones until it looks through all memory (docs/decisions/0106).
 */
export class Row<One extends Placed<One>> {
  oldest: One | null = null;
  private newest: One | null = null;

  putLast(one: One): void {
    one.older = this.newest;
    one.newer = null;
    if (this.newest === null) this.oldest = one;
    else this.newest.newer = one;
    this.newest = one;
  }

  takeOut({ older, newer }: One): void {
    if (older === null) this.oldest = newer;
    else older.newer = newer;
    if (newer === null) this.newest = older;
    else newer.older = older;
  }

  /** To the end. */
  meet(one: One): void {
    if (one === this.newest) return;
    this.takeOut(one);
    this.putLast(one);
  }
}
