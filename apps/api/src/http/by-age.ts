/** Has a place among others, by its age. */
export class Aged<One> {
  older: One | null = null;
  newer: One | null = null;
}

/**
 * What was used longest ago stands first. A Map in which each is deleted and set again is in that order too, but makes a new table
 * every few times, and V8 does not free what stood in the old ones until it looks through all memory (docs/decisions/0106).
 */
export class ByAge<One extends Aged<One>> {
  oldest: One | null = null;
  private newest: One | null = null;

  add(one: One): void {
    one.older = this.newest;
    if (this.newest === null) this.oldest = one;
    else this.newest.newer = one;
    this.newest = one;
  }

  remove(one: One): void {
    const { older, newer } = one;
    if (older === null) this.oldest = newer;
    else older.newer = newer;
    if (newer === null) this.newest = older;
    else newer.older = older;
    // what has left keeps no other alive
    one.older = null;
    one.newer = null;
  }

  /** It is the newest now. */
  renew(one: One): void {
    if (one === this.newest) return;
    this.remove(one);
    this.add(one);
  }
}
