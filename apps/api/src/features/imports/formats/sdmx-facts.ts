import { unreadable } from '../import-problem.ts';

/** `NaN` is how SDMX writes a number that is not there. */
export const withoutNaN = (text: string): string => (text.trim() === 'NaN' ? '' : text);

/** Of a data set that tells what is to be deleted, or of the header for all that do not say it themselves, in 2.0, 2.1 and 3.0. */
export const isDeletion = (action: string): boolean => action.trim().toLowerCase() === 'delete';

type Facts = ReadonlyMap<string, string>;

/** No file of a hundred thousand rows has more series. */
const MOST = 5000;
/** Each is looked for at every observation. */
const MOST_KINDS = 20;

/** What messages say of groups of series: attributes of all those that have these dimensions. */
export class GroupFacts {
  private readonly byNames = new Map<string, { names: string[]; told: Map<string, Facts> }>();
  private count = 0;

  add(key: Facts, told: Facts): void {
    if (key.size === 0 || told.size === 0) return;
    this.count += 1;
    if (this.count > MOST) throw unreadable('TOO_MUCH_WORK');
    const names = [...key.keys()].toSorted();
    const kind = names.join('\n');
    const same = this.byNames.get(kind) ?? { names, told: new Map<string, Facts>() };
    this.byNames.set(kind, same);
    if (this.byNames.size > MOST_KINDS) throw unreadable('TOO_MUCH_WORK');
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
