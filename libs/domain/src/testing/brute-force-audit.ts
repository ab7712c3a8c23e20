/**
 * The input of an audit by brute force, which tries whole numbers one by one and shares no code with the
 * product, neither simplex nor equations. For tiny tables only.
 */
export interface SumProblem {
  /** Lowest value each unknown may have. */
  readonly unknowns: ReadonlyMap<string, number>;
  readonly known: ReadonlyMap<string, number>;
  /** total = Σ members, by name; every name is either known or unknown. */
  readonly sums: readonly (readonly [string, readonly string[]])[];
  readonly rates?: readonly PrintedRate[];
}

/** numerator / denominator × multiplier, rounded to `decimals`; both counts are given by name. */
export interface PrintedRate {
  readonly numerator: string;
  readonly denominator: string;
  readonly multiplier: number;
  readonly decimals: number;
  readonly printed: number;
}

type Domains = Map<string, readonly [number, number]>;

const CEILING = 150;

/** How many values an unknown can have, counted up to `enough`. */
export function countCandidates(problem: SumProblem, unknown: string, enough: number): number {
  const domains: Domains = new Map(
    [...problem.known].map(([name, value]) => [name, [value, value]] as const),
  );
  for (const [name, low] of problem.unknowns) domains.set(name, [low, CEILING]);
  let count = 0;
  const [low, high] = domains.get(unknown) ?? [1, 0];
  for (let value = low; value <= high && count < enough; value++) {
    if (isPossible(problem, new Map(domains).set(unknown, [value, value]))) count++;
  }
  return count;
}

function isPossible(problem: SumProblem, domains: Domains): boolean {
  if (!propagate(problem, domains)) return false;
  const open = [...domains].filter(([, [low, high]]) => low < high);
  const [narrowest] = open.sort(([, a], [, b]) => a[1] - a[0] - (b[1] - b[0]));
  if (narrowest === undefined) return true;
  const [name, [low, high]] = narrowest;
  for (let value = low; value <= high; value++) {
    if (isPossible(problem, new Map(domains).set(name, [value, value]))) return true;
  }
  return false;
}

/** Narrows both counts of a rate to the values it leaves; true if that changed one, null if not, false if one has no value left. */
function tighten(rate: PrintedRate, domains: Domains): boolean | null {
  const { numerator, denominator, multiplier, decimals, printed } = rate;
  const [n, d] = [domains.get(numerator), domains.get(denominator)];
  if (n === undefined || d === undefined) return null;
  const half = 0.5 / 10 ** decimals + 1e-9;
  const [least, most] = [Math.max(printed - half, 0) / multiplier, (printed + half) / multiplier];
  const first = Math.max(n[0], Math.ceil(d[0] * least - 1e-9));
  const last = Math.min(n[1], Math.floor(d[1] * most + 1e-9));
  const from = Math.max(d[0], most > 0 ? Math.ceil(first / most - 1e-9) : d[0]);
  const to = Math.min(d[1], least > 0 ? Math.floor(last / least + 1e-9) : d[1]);
  if (first > last || from > to) return false;
  const changed = first > n[0] || last < n[1] || from > d[0] || to < d[1];
  domains.set(numerator, [first, last]).set(denominator, [from, to]);
  return changed ? true : null;
}

/** Narrows every domain by every sum and rate until nothing changes; false if a domain becomes empty. */
function propagate({ sums, rates = [] }: SumProblem, domains: Domains): boolean {
  const of = (name: string) => domains.get(name) ?? ([0, CEILING] as const);
  for (let changed = true; changed;) {
    changed = false;
    for (const rate of rates) {
      const tightened = tighten(rate, domains);
      if (tightened === false) return false;
      if (tightened === true) changed = true;
    }
    for (const [total, members] of sums) {
      const terms = [...members.map((name) => ({ name, sign: 1 })), { name: total, sign: -1 }];
      for (const { name, sign } of terms) {
        // solved for x, the others add up: with opposite sign to x they count plus, with the same sign minus
        const others = terms.filter((term) => term.name !== name);
        const least = (t: { name: string; sign: number }) => {
          const [lowest, highest] = of(t.name);
          return t.sign === sign ? -highest : lowest;
        };
        const most = (t: { name: string; sign: number }) => {
          const [lowest, highest] = of(t.name);
          return t.sign === sign ? -lowest : highest;
        };
        const [low, high] = of(name);
        const from = Math.max(
          low,
          others.map(least).reduce((a, b) => a + b, 0),
        );
        const to = Math.min(
          high,
          others.map(most).reduce((a, b) => a + b, 0),
        );
        if (from > to) return false;
        if (from > low || to < high) {
          domains.set(name, [from, to]);
          changed = true;
        }
      }
    }
  }
  return true;
}
