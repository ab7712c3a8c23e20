import type { Cell } from './cell-index.ts';
import { isSmall } from './count.ts';
import type { ReleaseTable } from './release-table.ts';

/** Every value that some release showed, by cell. What was published once stays known. */
export class ShownValues {
  readonly #values = new Map<string, number[]>();

  constructor(releases: readonly ReleaseTable[]) {
    for (const { cells, hidden } of releases) {
      for (const [key, value] of cells) {
        if (hidden.has(key)) continue;
        const values = this.#values.get(key);
        if (values === undefined) this.#values.set(key, [value]);
        else values.push(value);
      }
    }
  }

  /**
   * Is this value of the cell known? It is if it was shown itself, or, unless it is small, if a value
   * closer than k was shown: a small revision hides nothing. Source: methods.md 2.6, Nodes.
   */
  giveAway(cell: Cell, value: number): boolean {
    const small = isSmall(value, cell.threshold);
    const values = this.#values.get(cell.key) ?? [];
    return values.some(
      (shown) => shown === value || (!small && Math.abs(shown - value) < cell.threshold),
    );
  }
}
