/** The counts of an indicator as the framework links them. */
export interface LinkedIndicator {
  readonly code: string;
  readonly sensitive: boolean;
  /** Which count the numerator is, or the value of an indicator without numerators; null: a count of its own. */
  readonly numeratorOf: string | null;
  /** Which count or kind of population the denominator is; null: a count of its own. */
  readonly denominatorOf: string | null;
}

/** The two counts of an indicator: what it counts (its value or numerator), and of how many. */
export type CountPart = 'COUNT' | 'DENOMINATOR';

const SUFFIX = ':DENOMINATOR';

/** How a count is named: `A2.4` for what the indicator counts, `A2.5:DENOMINATOR` for its denominator. */
export function countName(code: string, part: CountPart): string {
  return part === 'COUNT' ? code : `${code}${SUFFIX}`;
}

/** Tells which counts are the same, by following their links to the count they end at. */
export class SharedCounts {
  readonly #links: ReadonlyMap<string, string>;
  readonly #codes: ReadonlySet<string>;

  constructor(indicators: readonly LinkedIndicator[]) {
    this.#codes = new Set(indicators.map(({ code }) => code));
    this.#links = new Map(
      indicators.flatMap(({ code, numeratorOf, denominatorOf }) =>
        [
          [countName(code, 'COUNT'), numeratorOf] as const,
          [countName(code, 'DENOMINATOR'), denominatorOf] as const,
        ].flatMap(([name, of]) => (of !== null && this.isCount(of) ? [[name, of] as const] : [])),
      ),
    );
  }

  /** Does the name mean a count of an indicator? Anything else is a kind of population, which is public. */
  isCount(name: string): boolean {
    return this.#codes.has(name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : name);
  }

  /** The names of the two counts of an indicator: of what it counts, and of its denominator. */
  namesOf(code: string): readonly [count: string, denominator: string] {
    return [
      this.canonical(countName(code, 'COUNT')),
      this.canonical(countName(code, 'DENOMINATOR')),
    ];
  }

  /** The one name by which a shared count is planned; links that form a circle all mean the first of its names. */
  canonical(name: string): string {
    const seen = [name];
    for (;;) {
      const next = this.#links.get(seen.at(-1) ?? '');
      if (next === undefined) return seen.at(-1) ?? name;
      const index = seen.indexOf(next);
      if (index >= 0) return seen.slice(index).sort()[0] ?? name;
      seen.push(next);
    }
  }
}

/**
 * Groups of indicators that share counts and of which at least one is sensitive: their publication is planned together. A
 * sensitive indicator that shares no count is a group of its own. In the order of the list. Source: methods.md 2.7.
 */
export function clustersOf<T extends LinkedIndicator>(indicators: readonly T[]): T[][] {
  const counts = new SharedCounts(indicators);
  const named = indicators.map((indicator) => ({
    indicator,
    names: counts.namesOf(indicator.code),
  }));
  const heads = new Map<string, string>();
  /** The count under which all counts that are connected with this one are found. */
  const headOf = (name: string): string => {
    let head = name;
    for (let next = heads.get(head); next !== undefined; next = heads.get(head)) head = next;
    for (let at = name; at !== head;) {
      const next = heads.get(at) ?? head;
      heads.set(at, head);
      at = next;
    }
    return head;
  };
  for (const { names } of named) {
    const [count, denominator] = [headOf(names[0]), headOf(names[1])];
    if (count !== denominator) heads.set(count, denominator);
  }
  const groups = new Map<string, T[]>();
  for (const { indicator, names } of named) {
    const head = headOf(names[0]);
    const members = groups.get(head) ?? [];
    members.push(indicator);
    groups.set(head, members);
  }
  return [...groups.values()].filter((members) => members.some(({ sensitive }) => sensitive));
}
