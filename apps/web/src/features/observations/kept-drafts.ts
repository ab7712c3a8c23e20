import { keyOf } from './cell-key.ts';
import type { SaveRequest } from './cell-draft.ts';
import type { EntryState } from './entry-state.ts';
import type { CellDrafts } from './read-draft.ts';

type Kept = Awaited<ReturnType<CellDrafts['read']>>;

/**
 * Keeps what is typed in a return on this computer until the server has it. A page removes only drafts that it has read
 * or kept itself: another tab, or the same page opened again, may have kept something newer for the same cell.
 */
export class KeptDrafts {
  readonly #drafts: CellDrafts;
  readonly #keptAt = new Map<string, number>();
  #closed = false;

  constructor(drafts: CellDrafts) {
    this.#drafts = drafts;
  }

  get persistent(): boolean {
    return this.#drafts.persistent;
  }

  async read(): Promise<Kept> {
    const kept = await this.#drafts.read();
    for (const { cell: key, at } of kept) {
      if (!this.#keptAt.has(key)) this.#keptAt.set(key, at);
    }
    return kept;
  }

  async keep({ cell, draft, mark }: EntryState, request: SaveRequest | null): Promise<void> {
    if (this.#closed) return;
    const key = keyOf(cell);
    const at = Date.now();
    this.#keptAt.set(key, at);
    await this.#drafts.put({
      cell: key,
      at,
      body: { draft, version: cell.version, request, mark },
    });
  }

  forget(key: string): void {
    const at = this.#keptAt.get(key);
    if (at !== undefined) void this.#drafts.remove(key, at);
  }

  /** The page is left and keeps nothing more: where it is opened again, that page keeps its own drafts. */
  close(): void {
    this.#closed = true;
  }
}
