import type { DecimalMark } from '../../desk/decimal-mark.ts';
import type { Trouble } from '../../desk/problem-text.ts';
import { errorCode } from '../../desk/work-client.ts';
import { unreachable } from '../../desk/unreachable.ts';
import { draftOf, isSaved, type Content, type Draft } from './cell-draft.ts';
import type { EntryState } from './entry-state.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { inMark, type CellDrafts } from './kept-draft.ts';
import { lastYear } from './last-year.ts';
import { readDraft } from './read-draft.ts';
import type { SaveRequest } from './save-request.ts';
import { SaveQueue, type Sending } from './save-queue.ts';
import { UndoStack, type Before } from './undo-stack.ts';

export type Send = (
  request: SaveRequest,
) => Promise<{ cell: FormCellFragment | null; problems: readonly Trouble[] }>;

/** What goes into one cell. */
export interface Patch {
  indicator: string;
  patch: Partial<Draft>;
}

const PAUSE = 800;
const RETRY = 5000;
/** The server was there and could not do it now. */
const PASSING = new Set(['INTERNAL', 'UNAVAILABLE', 'RATE_LIMITED', 'TOO_COMPLEX']);

/** Texts come in the language the page was opened in; a save answers in another. */
function fresh(known: FormCellFragment, next: FormCellFragment): FormCellFragment {
  const { name, definition, unitText, stages } = known;
  return { ...next, name, definition, unitText, stages };
}

/**
 * The cells of one return while they are typed. What is typed is kept on this computer first, then every cell is saved
 * after a pause or when it is left, one after the other; what the server refuses stays as it was typed, with the reason
 * beside it.
 */
export class EntryBook {
  readonly year: number;
  readonly #mark: DecimalMark;
  readonly #send: Send;
  readonly #drafts: CellDrafts;
  readonly #entries = new Map<string, EntryState>();
  /** Requests without an answer: sent again with their own key, they cannot be stored twice. */
  readonly #unanswered = new Map<string, SaveRequest>();
  readonly #queue = new SaveQueue(
    (indicator) => this.#save(indicator),
    (indicators) => this.#stall(indicators),
  );
  readonly #undo = new UndoStack();
  readonly #listeners = new Set<() => void>();
  #snapshot: readonly EntryState[] = [];

  constructor(
    cells: readonly FormCellFragment[],
    options: { year: number; mark: DecimalMark; send: Send; drafts: CellDrafts },
  ) {
    this.year = options.year;
    this.#mark = options.mark;
    this.#send = options.send;
    this.#drafts = options.drafts;
    this.load(cells);
  }

  get mark(): DecimalMark {
    return this.#mark;
  }
  /** Does what is typed outlive the tab? */
  get persistent(): boolean {
    return this.#drafts.persistent;
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

  /** Takes up what was typed before the tab was closed and never answered. */
  async restore(): Promise<void> {
    for (const { cell: indicator, body } of await this.#drafts.read()) {
      const entry = this.#entries.get(indicator);
      if (entry?.save !== 'UNTOUCHED') continue;
      const draft = inMark(body, entry.cell, this.#mark);
      const reading = readDraft(draft, entry.cell, this.year, this.#mark);
      if (reading.content !== null && isSaved(reading.content, entry.cell)) {
        // the server had it after all, only its answer was lost
        void this.#drafts.remove(indicator);
        continue;
      }
      if (body.request !== null) this.#unanswered.set(indicator, body.request);
      // over the version it was typed over: a save in between is a conflict
      const cell = { ...entry.cell, version: body.version };
      const save = reading.faults.length > 0 ? 'INVALID' : 'WAITING';
      this.#set(indicator, { cell, draft, reading, save });
      this.#queue.now(indicator);
    }
  }

  setOnline(online: boolean): void {
    this.#queue.setOnline(online);
  }

  change(indicator: string, patch: Partial<Draft>): void {
    const { draft } = this.#get(indicator);
    this.#undo.typed({ indicator, draft }, Object.keys(patch).join());
    this.#change(indicator, { ...draft, ...patch });
  }

  /** Many cells at once: one step to undo. Locked ones stay as they are. */
  fill(patches: readonly Patch[]): void {
    const before: Before[] = [];
    for (const { indicator, patch } of patches) {
      const { cell, draft } = this.#get(indicator);
      if (!cell.editable) continue;
      before.push({ indicator, draft });
      this.#change(indicator, { ...draft, ...patch });
    }
    if (before.length > 0) this.#undo.push(before);
  }

  fillFromLastYear(indicator: string): void {
    const { cell } = this.#get(indicator);
    const last = lastYear(cell, this.year, this.#mark);
    if (last === null) return;
    const patch = { value: last, numerator: '', denominator: '', missingReason: null };
    this.fill([{ indicator, patch }]);
  }

  /** Takes the last step back; returns the first cell it changed. */
  undo(): string | undefined {
    const step = this.#undo.pop();
    for (const { indicator, draft } of step) this.#change(indicator, draft);
    return step[0]?.indicator;
  }

  /** Saves now instead of after the pause. */
  leave(indicator: string): void {
    this.#undo.rest();
    this.#queue.hurry(indicator);
  }

  /** Back to what the server has. */
  revert(indicator: string): void {
    const { cell, draft, theirs, save } = this.#get(indicator);
    if (save !== 'UNTOUCHED' && save !== 'SAVED') this.#undo.push([{ indicator, draft }]);
    this.#take(theirs ?? cell);
    this.#forget(indicator);
    this.#tell();
  }

  /** In a conflict: mine replaces theirs. */
  keepMine(indicator: string): void {
    const { theirs } = this.#get(indicator);
    if (theirs === null) return;
    this.#set(indicator, { cell: theirs, theirs: null, save: 'WAITING' });
    void this.#keep(indicator);
    this.#queue.now(indicator);
  }

  takeTheirs(indicator: string): void {
    if (this.#get(indicator).theirs !== null) this.revert(indicator);
  }

  /** Sends everything that waits; resolves when nothing is on its way any more. */
  settle(): Promise<void> {
    return this.#queue.settle();
  }

  /**
   * The page is left: what waits is sent, each with the key that is kept with it, so that the page may be opened again
   * at any moment.
   */
  close(): void {
    for (const indicator of this.#queue.waiting) {
      const { content } = this.#get(indicator).reading;
      if (content === null) continue;
      this.#request(indicator, content);
      void this.#keep(indicator);
    }
    void this.#queue.settle();
  }

  #change(indicator: string, draft: Draft): void {
    const entry = this.#get(indicator);
    const reading = readDraft(draft, entry.cell, this.year, this.#mark);
    if (entry.save === 'CONFLICT') {
      this.#set(indicator, { draft, reading });
    } else {
      const save = reading.faults.length > 0 ? 'INVALID' : 'WAITING';
      this.#set(indicator, { draft, reading, save, problems: [] });
      this.#queue.later(indicator, PAUSE);
    }
    void this.#keep(indicator);
  }

  async #save(indicator: string): Promise<Sending> {
    const { cell, reading, save } = this.#get(indicator);
    const { content, empty } = reading;
    if (save === 'CONFLICT') return 'SENT';
    const nothingNew = content === null ? empty && cell.current === null : isSaved(content, cell);
    if (nothingNew && !this.#unanswered.has(indicator)) {
      this.#set(indicator, { save: 'UNTOUCHED' });
      void this.#drafts.remove(indicator);
      return 'SENT';
    }
    if (content === null) return 'SENT';
    const request = this.#request(indicator, content);
    this.#set(indicator, { save: 'SAVING', problems: [] });
    await this.#keep(indicator);
    try {
      const answer = await this.#send(request);
      this.#unanswered.delete(indicator);
      this.#answered(request, answer);
    } catch (error) {
      return this.#failed(indicator, error);
    }
    return 'SENT';
  }

  /**
   * The next request of a cell. One without an answer goes first, whatever was typed since: the server may have it
   * already, and what was typed since is saved over it.
   */
  #request(indicator: string, content: Content): SaveRequest {
    const unanswered = this.#unanswered.get(indicator);
    if (unanswered !== undefined) return unanswered;
    const expectedVersion = this.#get(indicator).cell.version;
    const idempotencyKey = crypto.randomUUID();
    const request = { indicator, ...content, expectedVersion, idempotencyKey };
    this.#unanswered.set(indicator, request);
    return request;
  }

  #failed(indicator: string, error: unknown): Sending {
    const code = errorCode(error);
    if (code === undefined) {
      this.#set(indicator, { save: 'FAILED' });
      return 'UNREACHED';
    }
    if (PASSING.has(code)) {
      this.#set(indicator, { save: 'FAILED' });
      this.#queue.later(indicator, RETRY);
    } else {
      this.#unanswered.delete(indicator);
      this.#set(indicator, { save: 'INVALID', problems: [unreachable(error)] });
    }
    return 'SENT';
  }

  #answered(request: SaveRequest, answer: Awaited<ReturnType<Send>>): void {
    const { indicator } = request;
    const { cell: known, draft, reading: before } = this.#get(indicator);
    const cell = answer.cell && fresh(known, answer.cell);
    const { problems } = answer;
    const typedOn = before.content === null || !isSame(before.content, request);
    if (problems.some(({ code }) => code === 'VERSION_CONFLICT') && cell !== null) {
      this.#set(indicator, { save: 'CONFLICT', theirs: cell });
    } else if (!typedOn && (problems.length > 0 || cell === null)) {
      this.#set(indicator, { save: 'INVALID', problems });
    } else {
      const next = cell ?? known;
      const reading = readDraft(draft, next, this.year, this.#mark);
      if (!typedOn) {
        this.#set(indicator, { cell: next, reading, save: 'SAVED' });
        void this.#drafts.remove(indicator);
        return;
      }
      const save = reading.faults.length > 0 ? 'INVALID' : 'WAITING';
      this.#set(indicator, { cell: next, reading, save });
      this.#queue.later(indicator, PAUSE);
    }
    void this.#keep(indicator);
  }

  #stall(indicators: readonly string[]): void {
    for (const indicator of indicators) {
      if (this.#get(indicator).save === 'WAITING') this.#set(indicator, { save: 'FAILED' });
    }
  }

  #keep(indicator: string): Promise<void> {
    const { draft, cell } = this.#get(indicator);
    const request = this.#unanswered.get(indicator) ?? null;
    const body = { draft, version: cell.version, request, mark: this.#mark };
    return this.#drafts.put({ cell: indicator, at: Date.now(), body });
  }

  #forget(indicator: string): void {
    this.#queue.drop(indicator);
    this.#unanswered.delete(indicator);
    void this.#drafts.remove(indicator);
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

  #tell(): void {
    this.#snapshot = [...this.#entries.values()];
    for (const listener of this.#listeners) listener();
  }
}

const isSame = (content: Content, request: SaveRequest): boolean =>
  Object.entries(content).every(([name, value]) => request[name as keyof Content] === value);
