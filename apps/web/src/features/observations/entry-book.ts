import type { DecimalMark } from '../../desk/decimal-mark.ts';
import { draftOf, isSaved, type Content, type Draft } from './cell-draft.ts';
import type { EntryState } from './entry-state.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { readDraft } from './read-draft.ts';
import type { Trouble } from '../../desk/problem-text.ts';

export interface SaveRequest extends Content {
  indicator: string;
  expectedVersion: number;
  idempotencyKey: string;
}
export type Send = (
  request: SaveRequest,
) => Promise<{ cell: FormCellFragment | null; problems: readonly Trouble[] }>;

const PAUSE = 800;
const RETRY = 5000;

/** Texts come in the language the page was opened in; a save answers in another. */
function fresh(known: FormCellFragment, next: FormCellFragment): FormCellFragment {
  const { name, definition, unitText, stages } = known;
  return { ...next, name, definition, unitText, stages };
}

/**
 * The cells of one return while they are typed. Every cell saves itself after a pause or when it is left, one save at a
 * time; what the server refuses stays as it was typed, with the reason beside it.
 */
export class EntryBook {
  readonly year: number;
  readonly #mark: DecimalMark;
  readonly #send: Send;
  readonly #entries = new Map<string, EntryState>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** The request that failed on its way: sent again with its own key, it cannot be stored twice. */
  readonly #unsent = new Map<string, SaveRequest>();
  readonly #busy = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #snapshot: readonly EntryState[] = [];

  constructor(cells: readonly FormCellFragment[], year: number, mark: DecimalMark, send: Send) {
    this.year = year;
    this.#mark = mark;
    this.#send = send;
    this.load(cells);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly entries = (): readonly EntryState[] => this.#snapshot;

  /**
   * Takes the cells as the server has them now. What was typed and not saved stays, with the version it was typed over,
   * so that a save in between is told as a conflict.
   */
  load(cells: readonly FormCellFragment[]): void {
    for (const cell of cells) {
      const known = this.#entries.get(cell.indicator);
      const keeps = known !== undefined && !['UNTOUCHED', 'SAVED'].includes(known.save);
      if (!keeps) this.#take(cell);
    }
    this.#tell();
  }

  change(indicator: string, patch: Partial<Draft>): void {
    const entry = this.#get(indicator);
    const draft = { ...entry.draft, ...patch };
    const reading = readDraft(draft, entry.cell, this.year, this.#mark);
    if (entry.save === 'CONFLICT') {
      this.#set(indicator, { draft, reading });
      return;
    }
    const save = reading.faults.length > 0 ? 'INVALID' : 'WAITING';
    this.#set(indicator, { draft, reading, save, problems: [] });
    this.#later(indicator, PAUSE);
  }

  /** Saves now instead of after the pause. */
  leave(indicator: string): void {
    if (this.#timers.has(indicator)) void this.#save(indicator);
  }

  /** Back to what the server has. */
  revert(indicator: string): void {
    this.#stop(indicator);
    this.#take(this.#get(indicator).cell);
    this.#tell();
  }

  /** In a conflict: mine replaces theirs. */
  keepMine(indicator: string): void {
    const { theirs } = this.#get(indicator);
    if (theirs === null) return;
    this.#set(indicator, { cell: theirs, theirs: null, save: 'WAITING' });
    void this.#save(indicator);
  }

  takeTheirs(indicator: string): void {
    const { theirs } = this.#get(indicator);
    if (theirs === null) return;
    this.#take(theirs);
    this.#tell();
  }

  /** Sends everything that waits; resolves when nothing is on its way any more. */
  async settle(): Promise<void> {
    await Promise.all([...this.#timers.keys()].map((indicator) => this.#save(indicator)));
    while (this.#busy.size > 0) {
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop();
          resolve();
        });
      });
    }
  }

  async #save(indicator: string): Promise<void> {
    this.#stop(indicator);
    const { cell, draft, reading, save } = this.#get(indicator);
    if (this.#busy.has(indicator) || save === 'CONFLICT') return;
    const { content } = reading;
    if (content === null || isSaved(content, cell)) {
      if (save === 'WAITING' || save === 'FAILED') this.#set(indicator, { save: 'UNTOUCHED' });
      return;
    }
    const request = this.#request(indicator, content, cell.version);
    this.#busy.add(indicator);
    this.#set(indicator, { save: 'SAVING', problems: [] });
    try {
      const answer = await this.#send(request);
      this.#busy.delete(indicator);
      this.#unsent.delete(indicator);
      this.#answered(indicator, draft, answer);
    } catch {
      this.#busy.delete(indicator);
      this.#unsent.set(indicator, request);
      this.#set(indicator, { save: 'FAILED' });
      this.#later(indicator, RETRY);
    }
  }

  #request(indicator: string, content: Content, expectedVersion: number): SaveRequest {
    const unsent = this.#unsent.get(indicator);
    const idempotencyKey = crypto.randomUUID();
    const request = { indicator, ...content, expectedVersion, idempotencyKey };
    const same =
      unsent !== undefined &&
      JSON.stringify({ ...unsent, idempotencyKey }) === JSON.stringify(request);
    return same ? unsent : request;
  }

  #answered(indicator: string, sent: Draft, answer: Awaited<ReturnType<Send>>): void {
    const { cell: known, draft } = this.#get(indicator);
    const cell = answer.cell && fresh(known, answer.cell);
    const { problems } = answer;
    if (problems.some(({ code }) => code === 'VERSION_CONFLICT') && cell !== null) {
      this.#set(indicator, { save: 'CONFLICT', theirs: cell });
      return;
    }
    if (problems.length > 0 || cell === null) {
      this.#set(indicator, { save: 'INVALID', problems });
      return;
    }
    const reading = readDraft(draft, cell, this.year, this.#mark);
    if (draft === sent) {
      this.#set(indicator, { cell, reading, save: 'SAVED' });
      return;
    }
    // typed on while the save was on its way
    this.#set(indicator, {
      cell,
      reading,
      save: reading.faults.length > 0 ? 'INVALID' : 'WAITING',
    });
    this.#later(indicator, PAUSE);
  }

  #take(cell: FormCellFragment): void {
    const draft = draftOf(cell, this.#mark);
    const reading = readDraft(draft, cell, this.year, this.#mark);
    const state = { cell, draft, reading, problems: [], theirs: null };
    this.#entries.set(cell.indicator, { ...state, save: 'UNTOUCHED' });
  }

  #get(indicator: string): EntryState {
    const entry = this.#entries.get(indicator);
    if (!entry) throw new Error(`No cell of ${indicator} in this return.`);
    return entry;
  }

  #set(indicator: string, patch: Partial<EntryState>): void {
    this.#entries.set(indicator, { ...this.#get(indicator), ...patch });
    this.#tell();
  }

  #later(indicator: string, pause: number): void {
    this.#stop(indicator);
    this.#timers.set(
      indicator,
      setTimeout(() => void this.#save(indicator), pause),
    );
  }

  #stop(indicator: string): void {
    clearTimeout(this.#timers.get(indicator));
    this.#timers.delete(indicator);
  }

  #tell(): void {
    this.#snapshot = [...this.#entries.values()];
    for (const listener of this.#listeners) listener();
  }
}
