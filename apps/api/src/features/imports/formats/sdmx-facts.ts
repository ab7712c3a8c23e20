import { unreadable } from '../import-problem.ts';

/** `NaN` is how SDMX writes a number that is not there. */
export const withoutNaN = (text: string): string => (text.trim() === 'NaN' ? '' : text);

/** Does the action mean deletion? It comes from a data set, or from the header for data sets without their own, in SDMX 2.0, 2.1 and 3.0. */
export const isDeletion = (action: string): boolean => action.trim().toLowerCase() === 'delete';

type Facts = ReadonlyMap<string, string>;

/** The most groups in a file; a file of a hundred thousand rows does not have more series. */
const MOST = 5000;
/** The most different sets of dimensions that groups have, as each set is looked up for every observation. */
const MOST_KINDS = 20;

/** The attributes that an SDMX message gives to groups of series: they hold for all series with the group's dimension values. */
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

  /** The observation with the attributes of its groups; its own attributes are not replaced. */
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
