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
  /** The indicators whose sums are checked when the present step ends; null between two steps. */
  #touched: Set<string> | null = null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly list = (): readonly EntryState[] => this.#snapshot;

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
    this.step((touched) => {
      this.#all.set(keyOf(entry.cell), entry);
      touched.add(entry.cell.indicator);
    });
  }

  set(key: string, patch: Partial<EntryState>): void {
    this.step((touched) => {
      const entry = { ...this.get(key), ...patch };
      this.#all.set(key, entry);
      if (patch.reading) touched.add(entry.cell.indicator);
    });
  }

  delete(key: string): void {
    this.step(() => this.#all.delete(key));
  }

  /** Changes any number of cells; a step within a step is part of it. */
  step(change: (touched: Set<string>) => void): void {
    if (this.#touched !== null) {
      change(this.#touched);
      return;
    }
    const touched = new Set<string>();
    this.#touched = touched;
    try {
      change(touched);
    } finally {
      this.#touched = null;
      for (const indicator of touched) this.#sumUp(indicator);
      this.#tell();
    }
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
