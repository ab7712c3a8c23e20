import { CHANGE_CLASSES, type ReleaseChange, TOTAL } from '@qadam/domain';
import { exactText } from '../../assessments/assessment-row.ts';
import type { LocalText, Texts } from '../../graphql/local-text.type.ts';
import type { Change, ChangeCount } from './changes.type.ts';

type Level = 'ACTION' | 'INDICATOR' | 'ELEMENT';

/** What a change is about: an action, an indicator or an element of a law. Only an indicator has decimals and a unit. */
export interface Subject {
  name: Texts;
  decimals: number | null;
  unit: string | null;
}

type CellChange = Extract<ReleaseChange, { kind: 'CELL' }>;

export type SubjectFinder = (level: Level, code: string) => Subject | undefined;

/** What it takes to list items: what each is about, its values as texts, and texts in one language. */
interface Telling {
  subject: SubjectFinder;
  valueOf: (item: CellChange, side: 'from' | 'to') => string | null;
  pick: (texts: Texts) => LocalText;
}

const NOTHING = {
  level: null,
  year: null,
  face: null,
  hidden: false,
  fromStatus: null,
  toStatus: null,
  fromWord: null,
  toWord: null,
  fromPercent: null,
  toPercent: null,
  points: null,
  parts: [],
  partNames: [],
  fromValue: null,
  toValue: null,
  change: null,
  relative: null,
  decimals: null,
  unit: null,
  steps: null,
  reason: null,
  cause: null,
  changed: [],
};

/** How a cell is broken down, by its codes; null for the total. */
export const breakdownOf = (dimensions: readonly string[]): string | null =>
  dimensions.every((code) => code === TOTAL) ? null : dimensions.join('|');

/** The items of a difference as the API lists them. */
export function toChanges(
  items: readonly ReleaseChange[],
  { subject, valueOf, pick }: Telling,
): Change[] {
  const names = new Map<string, LocalText>();
  const nameOf = (level: Level, code: string) => {
    const key = `${level} ${code}`;
    const name = names.get(key) ?? pick(subject(level, code)?.name ?? {});
    names.set(key, name);
    return name;
  };
  return items.map((item) => {
    if (item.kind === 'ACTION') {
      const { country: area, points, ...facts } = item;
      const partName = (code: string) => subject('ELEMENT', code) ?? subject('INDICATOR', code);
      return {
        ...NOTHING,
        ...{ ...facts, kind: 'ASSESSMENT', level: 'ACTION', area, points: exactText(points) },
        name: nameOf('ACTION', item.subject),
        partNames: item.parts.map((code) => pick(partName(code)?.name ?? { en: code })),
      };
    }
    if (item.kind === 'ASSESSMENT') {
      const { country: area, from: fromStatus, to: toStatus, changed, ...facts } = item;
      return {
        ...NOTHING,
        ...{ ...facts, area, fromStatus, toStatus, changed: [...changed] },
        name: nameOf(item.level, item.subject),
      };
    }
    const { kind, class: name, key, hidden, reason } = item;
    const [code = '', area = '', year = '', ...dimensions] = key.split('|');
    const { decimals = null, unit = null } = subject('INDICATOR', code) ?? {};
    const element = subject('ELEMENT', dimensions.at(-1) ?? '');
    return {
      ...NOTHING,
      kind,
      class: name,
      subject: code,
      area,
      year: Number(year),
      hidden,
      decimals,
      unit,
      reason,
      name: nameOf('INDICATOR', code),
      face: breakdownOf(dimensions),
      fromValue: valueOf(item, 'from'),
      toValue: valueOf(item, 'to'),
      change: exactText(item.change),
      relative: exactText(item.relative),
      partNames: element ? [pick(element.name)] : [],
    };
  });
}

interface Classed {
  class: string;
}

/** Chooses the first changes of each class from a list that is in order. */
export function firstOfEach<T extends Classed>(items: readonly T[], most: number): T[] {
  const counts = new Map<string, number>();
  return items.filter(({ class: name }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= most;
  });
}

/** How many changes of each class there are besides those that are listed. */
export function countOthers(
  all: readonly Classed[],
  listed: readonly Classed[],
  newValues: number,
): ChangeCount[] {
  return CHANGE_CLASSES.map((name) => {
    const count = (items: readonly Classed[]) => items.filter((item) => item.class === name).length;
    return { class: name, count: (name === 'NEW' ? newValues : count(all)) - count(listed) };
  }).filter(({ count }) => count > 0);
}
