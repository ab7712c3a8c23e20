import { Injectable } from '@nestjs/common';
import { can } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { ChangeProgress, ChangeStep } from './change-progress.type.ts';
import type { Outcome } from './desk-change.ts';

/** Says that so many of all values are through a step. */
export type Tell = (step: ChangeStep, done: number, values: number) => void;

export const UNTOLD: Tell = () => undefined;

interface Subject {
  /** What is changed as a whole: a stored file, a return, a prepared return. It was found, and is of the area. */
  of: string | null;
  area: string;
}
interface Followed extends Subject, ChangeProgress {
  of: string;
  endedAt: number | null;
}

/** For so long it is remembered how a change ended, for who left the page and opens it again. */
const KEPT_MS = 10 * 60_000;
/** Of the reasons of a refusal. */
const KEPT_PROBLEMS = 100;

/**
 * How far changes of very many values are. Nobody sees anything of a transaction until it ends, so this is told from the memory of
 * the process in which it runs, and forgotten with it.
 */
@Injectable()
export class ChangesUnderWay {
  /** In the order in which they began. */
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
      // a request that came again was only answered again
      if (!isRefused && change.values === null) this.#followed.delete(change);
      else this.#end(change, { state: isRefused ? 'REFUSED' : 'DONE', problems });
      // of a file it is seen that it is stored; what is told next under its id is of handing it in
      if (!isRefused && change.step === 'STORING') this.#followed.delete(change);
      return outcome;
    } catch (error) {
      // what could not be asked for like this is nothing that broke off
      if (error instanceof ApiError) this.#followed.delete(change);
      else this.#end(change, { state: 'FAILED', problems: [] });
      throw error;
    }
  }

  /** Only the last end of the same is remembered. */
  #end(change: Followed, how: Pick<Followed, 'state' | 'problems'>): void {
    this.forget(change.of);
    Object.assign(change, how, { endedAt: Date.now() });
  }

  /** How it ended says nothing of what is there now. */
  forget(of: string): void {
    for (const change of this.#followed)
      if (change.of === of && change.endedAt !== null) this.#followed.delete(change);
  }

  /** One that runs, else the one that ended last; null where nothing is known of any, or it is not this person's to look at. */
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
