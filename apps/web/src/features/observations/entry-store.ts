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
  textsOf,
  type Draft,
  type Patch,
  type SaveRequest,
} from './cell-draft.ts';
import { isRowCell, keyOf } from './cell-key.ts';
import { Entries } from './entries.ts';
import { isNothingNew, isUnsaved, saveOf, waitsForValue, type EntryState } from './entry-state.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import type { RulesOfReturn } from './held-to-rules.ts';
import { KeptDrafts } from './kept-drafts.ts';
import { goneParts } from './large-tables.ts';
import { partCell } from './parts/table-of.ts';
import { inMark, readDraft, type CellDrafts, type KeptDraft } from './read-draft.ts';
import type { FormRowFragment } from './return-form.generated.ts';
import { isOvertaken, isPassing, type SaveAnswer, type Send } from './save-answer.ts';
import { SaveQueue, type Sending } from './save-queue.ts';
import { UnansweredSaves } from './unanswered.ts';
import { UndoStack } from './undo-stack.ts';

const PAUSE = 800;
const RETRY = 5000;

/**
 * The cells of one return while they are typed. What is typed is first kept on this computer; then each cell is saved after a pause or when the
 * cursor leaves it, one after the other. What the server refuses stays as it was typed, with the reason beside it.
 */
export class EntryStore {
  readonly year: number;
  readonly mark: DecimalMark;
  readonly #send: Send;
  readonly #kept: KeptDrafts;
  readonly #saved: (cell: FormCellFragment) => void;
  readonly #entries = new Entries();
  readonly #unanswered = new UnansweredSaves();
  readonly #queue = new SaveQueue(
    (key) => this.#save(key),
    (keys) => this.#stall(keys),
  );
  readonly #undo = new UndoStack();
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
    this.#kept = new KeptDrafts(options.drafts);
    this.#saved = options.saved ?? (() => undefined);
    this.load(rows, options.rules);
  }

  /** Does what is typed outlive the tab? */
  get persistent(): boolean {
    return this.#kept.persistent;
  }
  readonly subscribe = this.#entries.subscribe;
  readonly entries = this.#entries.snapshot;

  /**
   * Takes the cells as the server has them now. A cell stays as it is here if something typed in it is not saved yet, with the version it was
   * typed over (so that a save in between shows as a conflict), or if it was saved here since. A part that no longer waits in a large table goes.
   */
  load(rows: readonly FormRowFragment[], rules = this.#entries.rules): void {
    this.#entries.rules = rules;
    this.#entries.step(() => {
      for (const { table, largeTable, ...whole } of rows) {
        const held = table ?? largeTable;
        const parts = (held?.cells ?? []).map((part) => partCell(whole, part, this.year));
        this.#loadCell(whole, table);
        for (const part of parts) this.#loadCell(part, null);
      }
      for (const key of goneParts(this.#entries.all, rows)) {
        this.#entries.delete(key);
        this.#undo.forget(key);
      }
    });
  }

  #loadCell(cell: FormCellFragment, table: EntryState['table']): void {
    const key = keyOf(cell);
    const known = this.#entries.all.get(key);
    const since = known === undefined ? 0 : cell.version - known.cell.version;
    if (known === undefined || !(isUnsaved(known) || waitsForValue(known) || since < 0)) {
      // an undo must not save an old value over a newer one of a colleague
      if (since > 0) this.#undo.forget(key);
      this.#take(cell, table);
    } else {
      const { messages, openQuestion, evidence } = cell;
      const now = { ...known.cell, messages, openQuestion, evidence };
      this.#entries.set(key, this.#over(now, known));
    }
  }

  /** Takes up again what was typed before the tab was closed and was never confirmed by the server. */
  async restore(): Promise<void> {
    const kept = await this.#kept.read();
    this.#entries.step(() => {
      for (const { cell, body } of kept) this.#restoreCell(cell, body);
    });
  }

  #restoreCell(key: string, body: KeptDraft): void {
    const entry = this.#entries.all.get(key);
    if (entry?.save !== 'UNTOUCHED') return;
    const kept = inMark(body, entry.cell, { year: this.year, mark: this.mark });
    const typed = { ...entry, ...this.#over(entry.cell, kept) };
    const { request } = body;
    // the kept request may be older than what was typed last: then it has to be sent first
    const isLast = request === null || isSame(typed.reading.content ?? BLANK, request);
    if (isNothingNew(typed) && isLast && !waitsForValue(typed)) {
      // the server has it after all; only its answer was lost
      this.#kept.forget(key);
      return;
    }
    if (request !== null) this.#unanswered.add(key, request);
    // with the version it was typed over, so that a save by somebody else in between shows as a conflict
    const cell = { ...entry.cell, version: body.version };
    this.#set(key, { ...typed, cell, save: saveOf(typed.reading) });
    this.#queue.now(key);
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
    this.#undo.push(open.map(({ key }) => this.#before(key)));
    this.#entries.step(() => {
      for (const { key, patch } of open) this.#change(key, { ...this.#get(key).draft, ...patch });
    });
  }

  fillFromLastYear(key: string): void {
    const { cell } = this.#get(key);
    const last = lastYear(cell, this.year, this.mark);
    if (last !== null) this.fill([{ key, patch: { ...last, missingReason: null } }]);
  }

  /** Takes over the cells that the server saved when the reporter confirmed them, as one step to undo, and returns their keys. A cell in which something else was typed keeps it: saving that will show the conflict. */
  confirmed(cells: readonly FormCellFragment[]): readonly string[] {
    const taken = cells.filter((cell) => !this.#isAhead(cell));
    const keys = taken.map(keyOf);
    this.#undo.push(keys.map((key) => this.#before(key)));
    this.#entries.step(() => {
      for (const saved of taken) {
        const key = keyOf(saved);
        const known = this.#get(key);
        const cell = fresh(known.cell, saved);
        this.#take(cell, null);
        this.#saved(cell);
        // a source or comment that waited for a value can be saved now
        if (waitsForValue(known))
          this.#put(key, { ...this.#get(key).draft, ...textsOf(known.draft) });
      }
    });
    return keys;
  }

  /** Was something typed, sent or saved here that this answer of the server does not include yet? */
  #isAhead(cell: FormCellFragment): boolean {
    const known = this.#get(keyOf(cell));
    const isAsked = this.#unanswered.of(keyOf(cell)) !== null;
    return (
      isAsked || known.cell.version > cell.version || (isUnsaved(known) && !isNothingNew(known))
    );
  }

  /** Takes the last step back; returns the first cell it changed. */
  undo(): string | undefined {
    const step = this.#undo.pop();
    this.#entries.step(() => {
      for (const { key, draft } of step) this.#change(key, draft);
    });
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
      // the unanswered save may have reached the server, so the old value is saved over it
      this.#change(key, draftOf(entry.cell, this.mark));
      return;
    }
    this.#take(entry.theirs ?? entry.cell, entry.table);
    this.#queue.drop(key);
    this.#kept.forget(key);
  }

  /** In a conflict: mine replaces theirs. */
  keepMine(key: string): void {
    const entry = this.#get(key);
    if (entry.theirs === null) return;
    const mine = this.#over(entry.theirs, entry);
    this.#set(key, { ...mine, theirs: null, save: saveOf(mine.reading), problems: [] });
    void this.#keep(key);
    this.#queue.now(key);
  }

  takeTheirs(key: string): void {
    if (this.#get(key).theirs !== null) this.revert(key);
  }

  /** Shows at a cell what the server found when the return was handed in, until something is typed there. */
  setProblems(key: string, problems: readonly Problem[]): void {
    this.#set(key, { problems });
  }

  /** Sends everything that waits; resolves when nothing is on its way any more. */
  settle(): Promise<void> {
    return this.#queue.settle();
  }

  /** The page is left. Everything that waits is sent, each with the idempotency key that is kept in the browser, so that the page can be opened again at any moment. */
  close(): void {
    for (const key of this.#queue.waiting) {
      if (this.#unanswered.nextToAsk(this.#get(key)) !== null) void this.#keep(key);
    }
    this.#kept.close();
    void this.#queue.settle();
  }

  /** Changes a draft. A part without a source of its own comes from where the whole comes from; one that a file brought with another source keeps it. */
  #change(key: string, draft: Draft): void {
    const { cell, draft: before } = this.#get(key);
    const whole = this.#entries.all.get(cell.indicator);
    if (!isRowCell(cell)) {
      const sourceText = draft.sourceText ?? (whole?.table ? whole.draft.sourceText : null);
      this.#put(key, { ...draft, sourceText });
      return;
    }
    this.#entries.step(() => {
      this.#put(key, draft);
      if (!whole?.table || before.sourceText === draft.sourceText) return;
      for (const part of this.#entries.partsOf(cell.indicator)) {
        if (!part.cell.editable || part.reading.empty) continue;
        if (part.draft.sourceText !== before.sourceText) continue;
        this.#put(keyOf(part.cell), { ...part.draft, sourceText: draft.sourceText });
      }
    });
  }

  #put(key: string, draft: Draft): void {
    const entry = this.#get(key);
    // figures that did not change are still read with the decimal mark they were typed with
    const mark = hasFiguresOf(entry.draft, draft) ? entry.mark : this.mark;
    const typed = this.#over(entry.cell, { draft, mark });
    const isConflict = entry.save === 'CONFLICT';
    const next = isConflict ? {} : { save: saveOf(typed.reading), problems: [] };
    this.#set(key, { ...typed, ...next });
    if (!isConflict) this.#queue.later(key, PAUSE);
    void this.#keep(key);
  }

  async #save(key: string): Promise<Sending> {
    const entry = this.#get(key);
    if (entry.save === 'CONFLICT') return 'SENT';
    const before = this.#unanswered.of(key);
    const request = this.#unanswered.nextToAsk(entry);
    if (request === null) {
      if (!isNothingNew(entry)) return 'SENT';
      if (entry.save !== 'SAVED') this.#set(key, { save: 'UNTOUCHED' });
      if (!waitsForValue(entry)) this.#kept.forget(key);
      return 'SENT';
    }
    this.#set(key, { save: 'SAVING', problems: [] });
    // a repeated request is kept already; keeping it again could overwrite something newer from another tab
    if (request !== before) await this.#keep(key);
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
    if (isPassing(code)) {
      this.#set(key, { save: 'FAILED' });
      this.#queue.later(key, RETRY);
    } else {
      this.#unanswered.answered(key);
      this.#set(key, { save: 'INVALID', problems: [unreachable(error)] });
    }
    return 'SENT';
  }

  #answered(key: string, request: SaveRequest, answer: SaveAnswer): void {
    const entry = this.#get(key);
    const { content } = entry.reading;
    const { problems } = answer;
    const cell = answer.cell && fresh(entry.cell, answer.cell);
    const next = this.#over(cell ?? entry.cell, entry);
    // the server has what is typed here, whoever saved it; it may have been another tab
    const isThere = cell !== null && isNothingNew(next);
    const typedOn = content === null || !isSame(content, request);
    const isRefused = cell === null || problems.length > 0;
    if (!isThere && isOvertaken(request, answer)) {
      this.#set(key, { save: 'CONFLICT', theirs: cell, problems });
    } else if (!isThere && !typedOn && isRefused) {
      this.#set(key, { save: 'INVALID', problems });
    } else {
      this.#saved(next.cell);
      const waits = waitsForValue(next);
      const save = typedOn ? saveOf(next.reading) : waits ? 'UNTOUCHED' : 'SAVED';
      this.#set(key, { ...next, save });
      if (typedOn) this.#queue.later(key, PAUSE);
    }
    if (this.#get(key).save === 'SAVED') this.#kept.forget(key);
    else void this.#keep(key);
  }

  #stall(keys: readonly string[]): void {
    this.#entries.step(() => {
      for (const key of keys)
        if (this.#get(key).save === 'WAITING') this.#set(key, { save: 'FAILED' });
    });
  }

  #keep(key: string): Promise<void> {
    return this.#kept.keep(this.#get(key), this.#unanswered.of(key));
  }

  #take(cell: FormCellFragment, table: EntryState['table']): void {
    const { mark } = this;
    const read = this.#over(cell, { draft: draftOf(cell, mark), mark });
    const state = { ...read, table, sums: [], problems: [], theirs: null };
    this.#entries.put({ ...state, save: 'UNTOUCHED' });
  }

  /** Reads a draft against the cell as the server has it now. */
  #over(cell: FormCellFragment, { draft, mark }: Pick<EntryState, 'draft' | 'mark'>) {
    return { cell, draft, mark, reading: readDraft(draft, cell, this.year, mark) };
  }

  #before(key: string): { key: string; draft: Draft } {
    return { key, draft: this.#get(key).draft };
  }

  #get(key: string): EntryState {
    return this.#entries.get(key);
  }

  #set(key: string, patch: Partial<EntryState>): void {
    this.#entries.set(key, patch);
  }
}
