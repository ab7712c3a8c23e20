/** An entry of a list by age. */
export class Aged<One> {
  older: One | null = null;
  newer: One | null = null;
}

/**
 * A list of entries, the one used longest ago first. A Map in which each entry is deleted and set again has that order, too, but makes a
 * new table every few times, and V8 does not free what the old ones held until it looks through all memory (docs/decisions/0106).
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
    // so that a removed entry keeps no other in memory
    one.older = null;
    one.newer = null;
  }

  /** Makes an entry the newest. */
  renew(one: One): void {
    if (one === this.newest) return;
    this.remove(one);
    this.add(one);
  }
}
