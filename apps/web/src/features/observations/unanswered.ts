import { partOf } from '@qadam/domain';
import type { SaveRequest } from './cell-draft.ts';
import { keyOf } from './cell-key.ts';
import { isNothingNew, type EntryState } from './entry-state.ts';

/** The saves of a return that have no answer yet. They are sent again with their own key, so that they cannot be stored twice. */
export class UnansweredSaves {
  readonly #requests = new Map<string, SaveRequest>();

  of(key: string): SaveRequest | null {
    return this.#requests.get(key) ?? null;
  }

  add(key: string, request: SaveRequest): void {
    this.#requests.set(key, request);
  }

  /**
   * The next request for a cell, if there is anything to send. A request without an answer goes first, whatever was
   * typed since, as the server may have it already; what was typed since is saved after it.
   */
  nextToAsk(entry: EntryState): SaveRequest | null {
    const key = keyOf(entry.cell);
    const unanswered = this.of(key);
    const { content } = entry.reading;
    if (unanswered !== null || content === null || isNothingNew(entry)) return unanswered;
    const { indicator, part, version: expectedVersion } = entry.cell;
    const idempotencyKey = crypto.randomUUID();
    // without the type name that the answers of the server carry
    const request = { indicator, part: partOf(part), ...content, expectedVersion, idempotencyKey };
    this.add(key, request);
    return request;
  }

  answered(key: string): void {
    this.#requests.delete(key);
  }
}
