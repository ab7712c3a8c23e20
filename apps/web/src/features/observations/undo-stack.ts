import type { Draft } from './cell-draft.ts';

const STEPS = 200;

interface Before {
  key: string;
  draft: Draft;
}

/** What was in the cells before each step. Typing on in one field is one step, and so is a whole pasted block. */
export class UndoStack {
  readonly #steps: Before[][] = [];
  #typing: string | null = null;

  /** Another letter in a field; only the first begins a step. */
  typed(before: Before, field: string): void {
    const typing = `${before.key} ${field}`;
    if (this.#typing !== typing) this.push([before]);
    this.#typing = typing;
  }

  push(step: Before[]): void {
    this.#typing = null;
    this.#steps.push(step);
    if (this.#steps.length > STEPS) this.#steps.shift();
  }

  /** The field was left: what comes next is another step. */
  rest(): void {
    this.#typing = null;
  }

  pop(): readonly Before[] {
    this.#typing = null;
    return this.#steps.pop() ?? [];
  }
}
