import type { Draft } from './cell-draft.ts';

const STEPS = 200;

interface Before {
  key: string;
  draft: Draft;
}

/** What was in the cells before each step. Typing on in one field is one step, and so is a whole pasted block. */
export class UndoStack {
  #steps: Before[][] = [];
  #typing: string | null = null;

  /** Something was typed in a field; only the first letter begins a new step. */
  typed(before: Before, field: string): void {
    const typing = `${before.key} ${field}`;
    if (this.#typing !== typing) this.push([before]);
    this.#typing = typing;
  }

  push(step: Before[]): void {
    this.#typing = null;
    if (step.length === 0) return;
    this.#steps.push(step);
    if (this.#steps.length > STEPS) this.#steps.shift();
  }

  /** The cursor left the field: whatever is typed next is another step. */
  rest(): void {
    this.#typing = null;
  }

  /** Drops a cell from all steps: somebody else has saved it since, so its old drafts must not come back. */
  forget(key: string): void {
    this.#typing = null;
    this.#steps = this.#steps
      .map((step) => step.filter((before) => before.key !== key))
      .filter((step) => step.length > 0);
  }

  pop(): readonly Before[] {
    this.#typing = null;
    return this.#steps.pop() ?? [];
  }
}
