import { createHash, hash } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ApiError } from '../../../graphql/api-error.ts';
import { log } from '../../../http/log.ts';
import { Memo } from '../../../http/memo.ts';
import { END, Threads } from '../../../threads/threads.ts';
import { jsonInPieces } from './json-in-pieces.ts';
import type { Job, Work, WorkName } from './plan.worker.ts';

/** The limit for one plan. A table that takes longer is held back, and its release is not published. */
const TIMEOUT_MS = 600_000;
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };
const THREADS = new Threads(new URL('./plan.worker', import.meta.url), MEMORY);
/** How many plans are remembered, so that what was previewed is not planned again when it is published. */
const KEPT = 500;
/** The limit for their total size, in characters of their facts: a plan is about as large as its facts. */
const ROOM = 64_000_000;
/** Characters of facts that are written in one go, which takes a millisecond or two. */
const TURN = 200_000;
/** How long a transaction that holds locks waits for plans. Most are made sooner, and then the candidate need not be staged again. */
const MOMENT_MS = 500;
/** If the facts keep changing, the request ends with CONFLICT after this many attempts. */
const TURNS = 10;

type Plan<Name extends WorkName> = ReturnType<Work[Name]>;

/** FAILED: out of memory or time, or the thread broke down. */
export type Outcome<T> = { plan: T } | 'FAILED';

export interface PlanningProgress {
  planned: number;
  tables: number;
}

interface Planned {
  outcome: Outcome<unknown>;
  /** Of the facts. */
  size: number;
}

interface Waiting {
  job: Job;
  settle: (planned: Planned) => void;
}

/** Ends a transaction that would have to wait for a plan for longer than a moment. */
class NotPlanned extends Error {}

/**
 * Plans in a thread. A plan is valid only for the facts it was made from. Whoever needs one reads the facts in a transaction and asks for it; if it
 * is not ready within a moment (`Plans.soon`), the transaction ends (`Plans.demand`) and is run again when everything is planned. Facts that have
 * changed by then are planned again.
 */
@Injectable()
export class Planner {
  protected readonly threads: Threads = THREADS;
  protected readonly timeoutMs: number = TIMEOUT_MS;
  /** What failed is not kept; of the smallest plans, KEPT fill the room. */
  readonly #plans = new Memo<Planned>(ROOM, ({ outcome, size }) =>
    outcome === 'FAILED' ? Infinity : Math.max(size, ROOM / KEPT),
  );
  readonly #queue: Waiting[] = [];
  #left = 0;
  #planned = 0;
  #isBusy = false;

  /** Calls `run` until no plan is missing, usually once or twice. */
  async attempt<T>(run: (plans: Plans) => Promise<T>): Promise<T> {
    const plans = new Plans(this);
    for (let turn = 0; turn < TURNS; turn++) {
      try {
        return await run(plans);
      } catch (error) {
        if (!(error instanceof NotPlanned)) throw error;
      }
      await plans.settled();
    }
    throw new ApiError('CONFLICT');
  }

  /** How far planning is; null if nothing is being planned. */
  progress(): PlanningProgress | null {
    const tables = this.#planned + this.#left;
    return this.#left === 0 ? null : { planned: this.#planned, tables };
  }

  kept(key: string): Outcome<unknown> | undefined {
    return this.#plans.made(key)?.outcome;
  }

  /** Two requests for the same plan share one job. */
  async plan(key: string, job: Job): Promise<Outcome<unknown>> {
    const { outcome } = await this.#plans.get(key, () => this.#queued(job));
    return outcome;
  }

  #queued(job: Job): Promise<Planned> {
    const planned = new Promise<Planned>((settle) => {
      this.#queue.push({ job, settle });
    });
    this.#left += 1;
    if (!this.#isBusy) void this.#work();
    return planned;
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    for (let first = this.#queue.shift(); first; first = this.#queue.shift())
      await this.#workInThread(first);
    this.#isBusy = false;
  }

  /** Works through the queue in one thread. If it fails, the next thread takes the rest of the queue. */
  async #workInThread(first: Waiting): Promise<void> {
    let current = first;
    // the time limit is for one plan, not for the whole queue
    const job = { data: first.job, timeoutMs: this.timeoutMs, forEachMessage: true };
    try {
      await this.threads.run<{ plan: unknown }>(job, ({ plan }) => {
        this.#settle(current, { plan });
        const next = this.#queue.shift();
        if (next) current = next;
        return Promise.resolve(next?.job ?? END);
      });
    } catch (error) {
      // the facts are counts of people, and an error may quote them: only names are logged
      const kind = error instanceof Error ? error.constructor.name : typeof error;
      log.error({ kind, work: current.job.name }, 'planning failed');
      this.#settle(current, 'FAILED');
    }
  }

  #settle({ job, settle }: Waiting, outcome: Outcome<unknown>): void {
    this.#left -= 1;
    this.#planned = this.#left === 0 ? 0 : this.#planned + 1;
    settle({ outcome, size: job.facts.length });
  }
}

/** The plans of one request, kept until it ends. A plan that failed is tried again only by the next request. */
export class Plans {
  readonly #planner: Planner;
  readonly #known = new Map<string, Outcome<unknown>>();
  readonly #missing = new Map<string, Promise<void>>();

  constructor(planner: Planner) {
    this.#planner = planner;
  }

  /** Null: not planned yet, but requested. Facts are compared as text, so queries for them need a fixed order. */
  find<Name extends WorkName>(
    name: Name,
    facts: Parameters<Work[Name]>[0],
  ): Outcome<Plan<Name>> | null {
    const job = { name, facts: JSON.stringify(facts) };
    return this.#planOf(job, hash('sha256', `${name} ${job.facts}`, 'base64'));
  }

  /** The same for facts that may be very many: other requests have their turn while these are made into text and hashed. */
  async findInTurns<Name extends WorkName>(
    name: Name,
    facts: Parameters<Work[Name]>[0],
  ): Promise<Outcome<Plan<Name>> | null> {
    const digest = createHash('sha256').update(`${name} `);
    let [text, inTurn] = ['', 0];
    for (const piece of jsonInPieces(facts)) {
      digest.update(piece);
      text += piece;
      inTurn += piece.length;
      if (inTurn < TURN) continue;
      await nextTurn();
      inTurn = 0;
    }
    return this.#planOf({ name, facts: text }, digest.digest('base64'));
  }

  #planOf<Name extends WorkName>(
    job: Job & { name: Name },
    key: string,
  ): Outcome<Plan<Name>> | null {
    const known = this.#known.get(key) ?? this.#planner.kept(key);
    if (known !== undefined) {
      this.#known.set(key, known);
      return known as Outcome<Plan<Name>>;
    }
    const planned = this.#planner.plan(key, job).then((outcome) => {
      this.#known.set(key, outcome);
    });
    this.#missing.set(key, planned);
    return null;
  }

  /** Throws if a requested plan is not ready yet. */
  demand(): void {
    if (this.#missing.size > 0) throw new NotPlanned();
  }

  /** The result of `decide` with all plans that it needs, if they are ready within a moment. Throws NotPlanned otherwise. */
  async soon<T>(decide: () => Promise<T>): Promise<T> {
    const decided = await decide();
    if (this.#missing.size === 0) return decided;
    await Promise.race([this.settled(), wait(MOMENT_MS, undefined, { ref: false })]);
    this.demand();
    const known = await decide();
    this.demand();
    return known;
  }

  async settled(): Promise<void> {
    await Promise.all(this.#missing.values());
    this.#missing.clear();
  }
}
