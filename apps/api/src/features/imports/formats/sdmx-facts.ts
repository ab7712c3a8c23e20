/** `NaN` is how SDMX writes a number that is not there. */
export const withoutNaN = (text: string): string => (text.trim() === 'NaN' ? '' : text);

/** A data set that tells what is to be deleted, in 2.0, 2.1 and 3.0. */
export const isDeletion = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.get('action')?.toLowerCase() === 'delete';

type Facts = ReadonlyMap<string, string>;

/** More are not kept: a file of a hundred thousand rows has no more series. */
const MOST = 5000;

/** What messages say of groups of series: attributes of all those that have these dimensions. */
export class GroupFacts {
  private readonly byNames = new Map<string, { names: string[]; told: Map<string, Facts> }>();
  private count = 0;

  add(key: Facts, told: Facts): void {
    if (key.size === 0 || told.size === 0 || this.count >= MOST) return;
    this.count += 1;
    const names = [...key.keys()].toSorted();
    const kind = names.join('\n');
    const same = this.byNames.get(kind) ?? { names, told: new Map<string, Facts>() };
    this.byNames.set(kind, same);
    same.told.set(keyOf(names, key), told);
  }

  /** What an observation says, with what is said of its groups: it says nothing again that it says itself. */
  with(observation: Facts): Facts {
    if (this.count === 0) return observation;
    const all = new Map(observation);
    for (const { names, told } of this.byNames.values()) {
      for (const [name, text] of told.get(keyOf(names, observation)) ?? [])
        if (!all.has(name)) all.set(name, text);
    }
    return all;
  }
}

const keyOf = (names: readonly string[], facts: Facts): string =>
  names.map((name) => facts.get(name) ?? '').join('\n');
