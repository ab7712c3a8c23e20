import { partOf } from '@qadam/domain';
import type { SaveRequest } from './cell-draft.ts';
import { keyOf } from './cell-key.ts';
import { isNothingNew, type EntryState } from './entry-state.ts';

/** The saves of a return that have no answer yet: sent again with their own key, they cannot be stored twice. */
export class UnansweredSaves {
  readonly #requests = new Map<string, SaveRequest>();

  of(key: string): SaveRequest | null {
    return this.#requests.get(key) ?? null;
  }

  add(key: string, request: SaveRequest): void {
    this.#requests.set(key, request);
  }

  /**
   * The next request of a cell, if there is anything to ask. One without an answer goes first, whatever was typed since:
   * the server may have it already, and what was typed since is saved over it.
   */
  nextToAsk(entry: EntryState): SaveRequest | null {
    const key = keyOf(entry.cell);
    const unanswered = this.of(key);
    const { content } = entry.reading;
    if (unanswered !== null || content === null || isNothingNew(entry)) return unanswered;
    const { indicator, part, version: expectedVersion } = entry.cell;
    const idempotencyKey = crypto.randomUUID();
    // without the type name that what was read carries
    const request = { indicator, part: partOf(part), ...content, expectedVersion, idempotencyKey };
    this.add(key, request);
    return request;
  }

  answered(key: string): void {
    this.#requests.delete(key);
  }
}
