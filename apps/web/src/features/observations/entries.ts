import { isPartOf, keyOf } from './cell-key.ts';
import type { EntryState } from './entry-state.ts';
import { heldToRules, type RulesOfReturn } from './held-to-rules.ts';
import { withSums } from './parts/table-of.ts';

/**
 * The cells of a return as they are typed, by their keys, each with the sums of its table and held to the rules. These follow, and listeners
 * are told, once at the end of a step, however many cells it changes.
 */
export class Entries {
  rules: RulesOfReturn = { rules: [], beside: [] };
  readonly #all = new Map<string, EntryState>();
  readonly #listeners = new Set<() => void>();
  #snapshot: readonly EntryState[] = [];
  #isInStep = false;
  /** Whether the present step has changed a cell, and the indicators whose sums are checked at its end. */
  #isChanged = false;
  readonly #sums = new Set<string>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** The cells as the last step left them. */
  readonly snapshot = (): readonly EntryState[] => this.#snapshot;

  /** The cells as they are now, also within a step. */
  get all(): ReadonlyMap<string, EntryState> {
    return this.#all;
  }

  get(key: string): EntryState {
    const entry = this.#all.get(key);
    if (!entry) throw new Error(`No cell ${key} in this return.`);
    return entry;
  }

  partsOf(indicator: string): EntryState[] {
    return [...this.#all.values()].filter(({ cell }) => isPartOf(indicator, cell));
  }

  put(entry: EntryState): void {
    this.#change(entry.cell.indicator, () => this.#all.set(keyOf(entry.cell), entry));
  }

  set(key: string, patch: Partial<EntryState>): void {
    const entry = { ...this.get(key), ...patch };
    this.#change(patch.reading ? entry.cell.indicator : null, () => this.#all.set(key, entry));
  }

  delete(key: string): void {
    this.#change(this.get(key).cell.indicator, () => this.#all.delete(key));
  }

  /** Changes any number of cells; a step within a step is part of it. */
  step(change: () => void): void {
    if (this.#isInStep) {
      change();
      return;
    }
    this.#isInStep = true;
    try {
      change();
    } finally {
      this.#isInStep = false;
      this.#end();
    }
  }

  #end(): void {
    for (const indicator of this.#sums) this.#sumUp(indicator);
    this.#sums.clear();
    if (!this.#isChanged) return;
    this.#isChanged = false;
    this.#tell();
  }

  /** `indicator`: whose sums can differ now; null: no figure changes. */
  #change(indicator: string | null, change: () => void): void {
    this.step(() => {
      change();
      this.#isChanged = true;
      if (indicator !== null) this.#sums.add(indicator);
    });
  }

  #sumUp(indicator: string): void {
    const whole = this.#all.get(indicator);
    for (const entry of whole ? withSums(whole, this.partsOf(indicator)) : [])
      this.#all.set(keyOf(entry.cell), entry);
  }

  #tell(): void {
    for (const [key, reading] of heldToRules(this.rules, this.#all))
      this.#all.set(key, { ...this.get(key), reading });
    this.#snapshot = [...this.#all.values()];
    for (const listener of this.#listeners) listener();
  }
}
