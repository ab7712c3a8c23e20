import { Injectable } from '@nestjs/common';
import { can } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { ChangeProgress, ChangeStep } from './change-progress.type.ts';
import type { Outcome } from './desk-change.ts';

/** Reports that `done` of all values have passed a step. */
export type Tell = (step: ChangeStep, done: number, values: number) => void;

export const UNTOLD: Tell = () => undefined;

interface Subject {
  /** The id of what is changed as a whole: a stored file, a return or a prepared return, which exists and belongs to the area. */
  of: string | null;
  area: string;
}
interface Followed extends Subject, ChangeProgress {
  of: string;
  endedAt: number | null;
}

/** How long the end of a change is remembered, for a person who left the page and opens it again. */
const KEPT_MS = 10 * 60_000;
/** How many reasons of a refusal are remembered. */
const KEPT_PROBLEMS = 100;

/**
 * The progress of changes of very many values. A transaction shows nothing to others until it ends, so the progress is kept in the memory
 * of its process, and is lost with the process.
 */
@Injectable()
export class ChangesUnderWay {
  /** The followed changes in the order in which they began. */
  readonly #followed = new Set<Followed>();

  async follow<T>(
    { of, area }: Subject,
    work: (tell: Tell) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    if (of === null) return work(UNTOLD);
    const begun = { state: 'RUNNING', step: 'CHECKING', done: 0, values: null } as const;
    const change: Followed = { of, area, ...begun, problems: [], endedAt: null };
    this.#forgetOld();
    this.#followed.add(change);
    try {
      const outcome = await work((step, done, values) => {
        Object.assign(change, { step, done, values });
      });
      const problems = outcome.problems.slice(0, KEPT_PROBLEMS);
      const isRefused = problems.length > 0;
      // a repeated request got its old answer and has no progress to remember
      if (!isRefused && change.values === null) this.#followed.delete(change);
      else this.#end(change, { state: isRefused ? 'REFUSED' : 'DONE', problems });
      // the page shows anyway that a file is stored; the next progress under its id will be that of its submission
      if (!isRefused && change.step === 'STORING') this.#followed.delete(change);
      return outcome;
    } catch (error) {
      // an invalid request is not a change that failed
      if (error instanceof ApiError) this.#followed.delete(change);
      else this.#end(change, { state: 'FAILED', problems: [] });
      throw error;
    }
  }

  /** Ends a change; of several changes with the same id only the last end is remembered. */
  #end(change: Followed, how: Pick<Followed, 'state' | 'problems'>): void {
    this.forget(change.of);
    Object.assign(change, how, { endedAt: Date.now() });
  }

  /** Forgets how changes of this id ended; to be called once that no longer describes the present state. */
  forget(of: string): void {
    for (const change of this.#followed)
      if (change.of === of && change.endedAt !== null) this.#followed.delete(change);
  }

  /** The running change of this id, else the one that ended last; null if none is known or this person may not see it. */
  progress(actor: Actor, of: string): ChangeProgress | null {
    this.#forgetOld();
    const known = [...this.#followed].filter(
      (change) => change.of === of && can(actor, 'READ_WORK', change) === 'ALLOWED',
    );
    return known.find(({ state }) => state === 'RUNNING') ?? known[0] ?? null;
  }

  #forgetOld(): void {
    for (const change of this.#followed)
      if (change.endedAt !== null && Date.now() - change.endedAt > KEPT_MS)
        this.#followed.delete(change);
  }
}
