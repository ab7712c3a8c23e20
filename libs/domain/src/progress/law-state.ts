import { decimalOrNull } from '../values/figure.ts';
import type { Maybe } from '../values/figure.ts';
import type { FactBasis, StageFact } from './assess-level.types.ts';

/** A dated stage of an element with the article that proves it. */
export interface ProvenFact extends StageFact {
  provision?: Maybe<string>;
}

/** The state of an element of a law: its stage and the run of facts that confirm it. All null but `lastDate` if none is proven. */
export interface LawState<F extends ProvenFact = ProvenFact> {
  stage: number | null;
  /** The date of the first fact of the run: where this stage began without a break. */
  since: string | null;
  /** OFFICIAL if any fact of the run is official. */
  basis: FactBasis | null;
  /** The newest provision that the run names. */
  provision: string | null;
  /** The date of the newest fact. */
  lastDate: string | null;
  /** The newest fact of the run on that basis: the one to show. */
  proof: F | null;
}

/**
 * The state of one element in a year, from its facts in any order: the newest fact dated up to that year decides, and its
 * stage holds until a later fact changes it. Dates compare as text; of equal dates the later in the list counts. A fact
 * with stage null ends what was known. Source: methods.md 1.4.
 */
export function lawState<F extends ProvenFact>(facts: readonly F[], asOf: number): LawState<F> {
  const known = facts
    .filter(({ date }) => Number(date.slice(0, 4)) <= asOf)
    .map((fact, index) => ({ fact, index, stage: stageOf(fact) }))
    .sort((a, b) => compare(a.fact.date, b.fact.date) || a.index - b.index);
  const newest = known.at(-1);
  const lastDate = newest?.fact.date ?? null;
  if (newest === undefined || newest.stage === null) return { ...UNKNOWN, lastDate };
  const { stage } = newest;
  const run = known
    .slice(known.findLastIndex((one) => one.stage !== stage) + 1)
    .map(({ fact }) => fact);
  const basis = run.some((fact) => fact.basis === 'OFFICIAL') ? 'OFFICIAL' : 'MEDIA';
  return {
    stage,
    since: run[0]?.date ?? null,
    basis,
    provision: run.findLast(({ provision }) => named(provision))?.provision ?? null,
    lastDate,
    proof: run.findLast((fact) => fact.basis === basis) ?? null,
  };
}

const UNKNOWN = { stage: null, since: null, basis: null, provision: null, proof: null };

function stageOf({ stage }: StageFact): number | null {
  return decimalOrNull(stage)?.toNumber() ?? null;
}

function named(provision: Maybe<string>): boolean {
  return provision != null && provision !== '';
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
