import type { DecimalMark } from '../../desk/decimal-mark.ts';
import type { Problem } from '../../desk/problem-text.ts';
import { errorCode } from '../../desk/refusal.ts';
import { unreachable } from '../../desk/unreachable.ts';
import {
  BLANK,
  draftOf,
  fresh,
  hasFiguresOf,
  isSame,
  lastYear,
  type Draft,
  type Patch,
  type SaveRequest,
} from './cell-draft.ts';
import { isRowCell, keyOf } from './cell-key.ts';
import { isNothingNew, isUnsaved, saveOf, waitsForValue, type EntryState } from './entry-state.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { heldToRules, type RulesOfReturn } from './held-to-rules.ts';
import { partCell, wrongSums } from './parts/table-of.ts';
import { inMark, readDraft, type CellDrafts, type Reading } from './read-draft.ts';
import type { FormRowFragment } from './return-form.generated.ts';
import { SaveQueue, type Sending } from './save-queue.ts';
import { UnansweredSaves } from './unanswered.ts';
import { UndoStack } from './undo-stack.ts';

export type Send = (
  request: SaveRequest,
) => Promise<{ cell: FormCellFragment | null; problems: readonly Problem[] }>;

const PAUSE = 800;
const RETRY = 5000;
/** The server was there and could not do it now. */
const PASSING = new Set(['INTERNAL', 'UNAVAILABLE', 'STORAGE_FULL', 'RATE_LIMITED', 'TOO_COMPLEX']);

/**
 * The cells of one return while they are typed. What is typed is kept on this computer first, then every cell is saved
 * after a pause or when it is left, one after the other; what the server refuses stays as it was typed, with the reason
 * beside it.
 */
export class EntryStore {
  readonly year: number;
  readonly mark: DecimalMark;
  readonly #send: Send;
  #rules: RulesOfReturn = { rules: [], beside: [] };
  readonly #drafts: CellDrafts;
  readonly #saved: (cell: FormCellFragment) => void;
  readonly #entries = new Map<string, EntryState>();
  readonly #unanswered = new UnansweredSaves();
  readonly #queue = new SaveQueue(
    (key) => this.#save(key),
    (keys) => this.#stall(keys),
  );
  readonly #undo = new UndoStack();
  readonly #listeners = new Set<() => void>();
  #snapshot: readonly EntryState[] = [];
  #closed = false;
  constructor(
    rows: readonly FormRowFragment[],
    options: {
      year: number;
      mark: DecimalMark;
      send: Send;
      drafts: CellDrafts;
      rules?: RulesOfReturn;
      saved?: (cell: FormCellFragment) => void;
    },
  ) {
    this.year = options.year;
    this.mark = options.mark;
    this.#send = options.send;
    this.#drafts = options.drafts;
    this.#saved = options.saved ?? (() => undefined);
    this.load(rows, options.rules);
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
   * so that a save in between is told as a conflict; so does what was saved after they were read.
   */
  load(rows: readonly FormRowFragment[], rules = this.#rules): void {
    this.#rules = rules;
    for (const { table, ...whole } of rows) {
      const parts = (table?.cells ?? []).map((part) => partCell(whole, part, this.year));
      for (const cell of [whole, ...parts]) {
        const known = this.#entries.get(keyOf(cell));
        const isOlder = known !== undefined && known.cell.version > cell.version;
        if (known === undefined || !(isUnsaved(known) || waitsForValue(known) || isOlder)) {
          this.#take(cell, cell === whole ? table : null);
        } else {
          const { messages, openQuestion, evidence } = cell;
          const now = { ...known.cell, messages, openQuestion, evidence };
          const reading = this.#read(known.draft, now, known.mark);
          this.#set(keyOf(cell), { cell: now, reading });
        }
      }
      this.#sumUp(whole.indicator);
    }
    this.#tell();
  }

  /** Takes up what was typed before the tab was closed and never answered. */
  async restore(): Promise<void> {
    for (const { cell: key, body } of await this.#drafts.read()) {
      const entry = this.#entries.get(key);
      if (entry?.save !== 'UNTOUCHED') continue;
      const { draft, mark } = inMark(body, entry.cell, { year: this.year, mark: this.mark });
      const reading = this.#read(draft, entry.cell, mark);
      const typed = { ...entry, draft, mark, reading };
      const { request } = body;
      // asked was what is typed now, and not what was before
      const isLast = request === null || isSame(reading.content ?? BLANK, request);
      if (isNothingNew(typed) && isLast && !waitsForValue(typed)) {
        // the server had it after all, only its answer was lost
        void this.#drafts.remove(key);
        continue;
      }
      if (request !== null) this.#unanswered.add(key, request);
      // over the version it was typed over: a save in between is a conflict
      const cell = { ...entry.cell, version: body.version };
      this.#set(key, { ...typed, cell, save: saveOf(reading) });
      this.#queue.now(key);
    }
  }

  setOnline(online: boolean): void {
    this.#queue.setOnline(online);
  }

  change(key: string, patch: Partial<Draft>): void {
    const before = this.#before(key);
    this.#undo.typed(before, Object.keys(patch).join());
    this.#change(key, { ...before.draft, ...patch });
  }

  /** Many cells at once: one step to undo. Locked ones stay as they are. */
  fill(patches: readonly Patch[]): void {
    const open = patches.filter(({ key }) => this.#get(key).cell.editable);
    if (open.length > 0) this.#undo.push(open.map(({ key }) => this.#before(key)));
    for (const { key, patch } of open) this.#change(key, { ...this.#get(key).draft, ...patch });
  }

  fillFromLastYear(key: string): void {
    const { cell } = this.#get(key);
    const last = lastYear(cell, this.year, this.mark);
    if (last !== null) this.fill([{ key, patch: { ...last, missingReason: null } }]);
  }

  /** Takes over what the server saved for the reporter: one step to undo. */
  confirmed(cells: readonly FormCellFragment[]): void {
    this.#undo.push(cells.map((cell) => this.#before(keyOf(cell))));
    for (const saved of cells) {
      const known = this.#get(keyOf(saved));
      const cell = fresh(known.cell, saved);
      this.#take(cell, null);
      this.#saved(cell);
      // a comment that waited for a value goes with it
      const { comment } = known.draft;
      if (comment.trim() !== '') this.#put(keyOf(cell), { ...draftOf(cell, this.mark), comment });
    }
    this.#tell();
  }

  /** Takes the last step back; returns the first cell it changed. */
  undo(): string | undefined {
    const step = this.#undo.pop();
    for (const { key, draft } of step) this.#change(key, draft);
    return step[0]?.key;
  }

  leave(key: string): void {
    this.#undo.rest();
    this.#queue.hurry(key);
  }

  revert(key: string): void {
    const entry = this.#get(key);
    if (isUnsaved(entry)) this.#undo.push([this.#before(key)]);
    if (this.#unanswered.of(key) !== null) {
      // the server may have it: what was before is saved over it
      this.#change(key, draftOf(entry.cell, this.mark));
      return;
    }
    this.#take(entry.theirs ?? entry.cell, entry.table);
    this.#sumUp(entry.cell.indicator);
    this.#queue.drop(key);
    void this.#drafts.remove(key);
    this.#tell();
  }

  /** In a conflict: mine replaces theirs. */
  keepMine(key: string): void {
    const { theirs } = this.#get(key);
    if (theirs === null) return;
    this.#set(key, { cell: theirs, theirs: null, save: 'WAITING', problems: [] });
    void this.#keep(key);
    this.#queue.now(key);
  }

  takeTheirs(key: string): void {
    if (this.#get(key).theirs !== null) this.revert(key);
  }

  /** What the server found when the return was handed in, at its cell until something is typed there. */
  setProblems(key: string, problems: readonly Problem[]): void {
    this.#set(key, { problems });
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
    for (const key of this.#queue.waiting) {
      if (this.#unanswered.next(this.#get(key)) !== null) void this.#keep(key);
    }
    this.#closed = true;
    void this.#queue.settle();
  }

  /** The parts of a value come from where the whole comes from: they take over its source. */
  #change(key: string, draft: Draft): void {
    const { cell } = this.#get(key);
    if (!isRowCell(cell)) {
      const whole = this.#entries.get(cell.indicator);
      this.#put(key, { ...draft, sourceText: whole?.draft.sourceText ?? null });
      return;
    }
    this.#put(key, draft);
    for (const part of this.#partsOf(cell.indicator)) {
      if (!part.cell.editable || part.reading.empty) continue;
      if (part.draft.sourceText === draft.sourceText) continue;
      this.#put(keyOf(part.cell), { ...part.draft, sourceText: draft.sourceText });
    }
  }

  #partsOf(indicator: string): EntryState[] {
    return [...this.#entries.values()].filter(
      ({ cell }) => cell.indicator === indicator && !isRowCell(cell),
    );
  }

  #put(key: string, draft: Draft): void {
    const entry = this.#get(key);
    // figures that were typed with another mark are read with it until they are typed again
    const mark = hasFiguresOf(entry.draft, draft) ? entry.mark : this.mark;
    const reading = this.#read(draft, entry.cell, mark);
    const isConflict = entry.save === 'CONFLICT';
    const next = isConflict ? {} : { save: saveOf(reading), problems: [] };
    this.#set(key, { draft, mark, reading, ...next });
    if (!isConflict) this.#queue.later(key, PAUSE);
    void this.#keep(key);
  }

  async #save(key: string): Promise<Sending> {
    const entry = this.#get(key);
    if (entry.save === 'CONFLICT') return 'SENT';
    const request = this.#unanswered.next(entry);
    if (request === null) {
      if (!isNothingNew(entry)) return 'SENT';
      if (entry.save !== 'SAVED') this.#set(key, { save: 'UNTOUCHED' });
      if (!waitsForValue(entry)) void this.#drafts.remove(key);
      return 'SENT';
    }
    this.#set(key, { save: 'SAVING', problems: [] });
    await this.#keep(key);
    try {
      const answer = await this.#send(request);
      this.#unanswered.answered(key);
      this.#answered(key, request, answer);
    } catch (error) {
      return this.#failed(key, error);
    }
    return 'SENT';
  }

  #failed(key: string, error: unknown): Sending {
    const code = errorCode(error);
    if (code === undefined) {
      this.#set(key, { save: 'FAILED' });
      return 'UNREACHED';
    }
    if (PASSING.has(code)) {
      this.#set(key, { save: 'FAILED' });
      this.#queue.later(key, RETRY);
    } else {
      this.#unanswered.answered(key);
      this.#set(key, { save: 'INVALID', problems: [unreachable(error)] });
    }
    return 'SENT';
  }

  #answered(key: string, request: SaveRequest, answer: Awaited<ReturnType<Send>>): void {
    const { cell: known, draft, mark, reading: before } = this.#get(key);
    const cell = answer.cell && fresh(known, answer.cell);
    const { problems } = answer;
    const typedOn = before.content === null || !isSame(before.content, request);
    // of a request that is sent again the server says how the cell is now
    const isOvertaken =
      cell !== null &&
      cell.version > request.expectedVersion + 1 &&
      !isNothingNew({ cell, reading: this.#read(draft, cell, mark) });
    const isRefused = problems.some(({ code }) => code === 'VERSION_CONFLICT');
    if (cell !== null && (isRefused || isOvertaken)) {
      this.#set(key, { save: 'CONFLICT', theirs: cell, problems });
    } else if (!typedOn && (problems.length > 0 || cell === null)) {
      this.#set(key, { save: 'INVALID', problems });
    } else {
      const next = cell ?? known;
      this.#saved(next);
      const reading = this.#read(draft, next, mark);
      this.#set(key, { cell: next, reading, save: typedOn ? saveOf(reading) : 'SAVED' });
      if (typedOn) this.#queue.later(key, PAUSE);
      else if (!waitsForValue(this.#get(key))) {
        void this.#drafts.remove(key);
        return;
      }
    }
    void this.#keep(key);
  }

  #stall(keys: readonly string[]): void {
    for (const key of keys) {
      if (this.#get(key).save === 'WAITING') this.#set(key, { save: 'FAILED' });
    }
  }

  async #keep(key: string): Promise<void> {
    // where the page was opened again, what is typed there is kept
    if (this.#closed) return;
    const { draft, cell, mark } = this.#get(key);
    const request = this.#unanswered.of(key);
    const body = { draft, version: cell.version, request, mark };
    await this.#drafts.put({ cell: key, at: Date.now(), body });
  }

  #take(cell: FormCellFragment, table: EntryState['table']): void {
    const { mark } = this;
    const draft = draftOf(cell, mark);
    const reading = this.#read(draft, cell, mark);
    const state = { cell, table, draft, mark, reading, sums: [], problems: [], theirs: null };
    this.#entries.set(keyOf(cell), { ...state, save: 'UNTOUCHED' });
  }

  #read(draft: Draft, cell: FormCellFragment, mark: DecimalMark): Reading {
    return readDraft(draft, cell, this.year, mark);
  }

  #before(key: string): { key: string; draft: Draft } {
    return { key, draft: this.#get(key).draft };
  }

  #get(key: string): EntryState {
    const entry = this.#entries.get(key);
    if (!entry) throw new Error(`No cell ${key} in this return.`);
    return entry;
  }

  #set(key: string, patch: Partial<EntryState>): void {
    const entry = { ...this.#get(key), ...patch };
    this.#entries.set(key, entry);
    if (patch.reading) this.#sumUp(entry.cell.indicator);
    this.#tell();
  }

  /** The sums of a table, as soon as one of its parts is typed. */
  #sumUp(indicator: string): void {
    const whole = this.#entries.get(indicator);
    if (!whole?.table) return;
    const table = [whole, ...this.#partsOf(indicator)];
    const wrong = wrongSums(whole.table, table);
    for (const entry of table) {
      const key = keyOf(entry.cell);
      this.#entries.set(key, { ...entry, sums: wrong.get(key) ?? [] });
    }
  }

  #tell(): void {
    for (const [key, reading] of heldToRules(this.#rules, this.#entries))
      this.#entries.set(key, { ...this.#get(key), reading });
    this.#snapshot = [...this.#entries.values()];
    for (const listener of this.#listeners) listener();
  }
}
