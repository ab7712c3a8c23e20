import { type ActionChange, type ReleaseChange, TOTAL } from '@qadam/domain';
import { exactText } from '../../assessments/assessment-row.ts';
import type { LocalText, Texts } from '../../graphql/local-text.type.ts';
import type { Change } from './changes.type.ts';

export interface Subject {
  code: string;
  level: string;
  name: Texts;
  decimals: number | null;
  unit: string | null;
}

type ExactValues = Record<'from' | 'to', ReadonlyMap<string, string | null>>;

/** Of what is no action. */
export const NO_LEVEL = {
  fromWord: null,
  toWord: null,
  fromPercent: null,
  toPercent: null,
  points: null,
  parts: [],
  partNames: [],
};

const NOTHING = {
  level: null,
  year: null,
  face: null,
  hidden: false,
  fromStatus: null,
  toStatus: null,
  fromValue: null,
  toValue: null,
  change: null,
  relative: null,
  decimals: null,
  unit: null,
  ...NO_LEVEL,
  steps: null,
  reason: null,
  cause: null,
  changed: [],
};

/** How far an action is, as a list of changes tells it. */
export function ofAction(
  item: ActionChange,
  subjects: ReadonlyMap<string, { name: Texts }>,
  pick: (texts: Texts) => LocalText,
) {
  const { class: shared, country, points, ...facts } = item;
  const partName = (code: string) =>
    subjects.get(`ELEMENT ${code}`) ?? subjects.get(`INDICATOR ${code}`);
  return {
    ...facts,
    kind: 'ASSESSMENT',
    class: shared,
    level: 'ACTION',
    name: pick(subjects.get(`ACTION ${item.subject}`)?.name ?? {}),
    area: country,
    partNames: item.parts.map((code) => pick(partName(code)?.name ?? { en: code })),
    points: exactText(points),
  };
}

/** How a cell is broken down, by its codes; null for the total. */
export const breakdownOf = (dimensions: readonly string[]): string | null =>
  dimensions.every((code) => code === TOTAL) ? null : dimensions.join('|');

/** The element of a law that a cell is about; of any other breakdown nothing. */
export function elementNames(
  dimensions: readonly string[],
  subjects: ReadonlyMap<string, { name: Texts }>,
  pick: (texts: Texts) => LocalText,
): LocalText[] {
  const element = subjects.get(`ELEMENT ${dimensions.at(-1) ?? ''}`);
  return element ? [pick(element.name)] : [];
}

/** An item of the difference as the list tells it. Values are the published texts, not numbers that were computed with. */
export function toChange(
  item: ReleaseChange,
  subjects: ReadonlyMap<string, Subject>,
  values: ExactValues,
  pick: (texts: Texts) => LocalText,
): Change {
  if (item.kind === 'ACTION')
    return {
      ...NOTHING,
      ...ofAction(item, subjects, pick),
    };
  if (item.kind === 'ASSESSMENT') {
    const { kind, class: name, level, subject, country, from, to, steps, cause, changed } = item;
    const names = subjects.get(`${level} ${subject}`)?.name ?? {};
    const shared = { kind, class: name, level, subject, name: pick(names), area: country };
    return {
      ...NOTHING,
      ...shared,
      fromStatus: from,
      toStatus: to,
      steps,
      cause,
      changed: [...changed],
    };
  }
  const { kind, class: name, key, hidden, from, to, change, relative, reason } = item;
  const [code = '', area = '', year = '', ...dimensions] = key.split('|');
  const subject = subjects.get(`INDICATOR ${code}`);
  return {
    ...NOTHING,
    kind,
    class: name,
    subject: code,
    name: pick(subject?.name ?? {}),
    area,
    year: Number(year),
    face: breakdownOf(dimensions),
    hidden,
    fromValue: from === null ? null : (values.from.get(key) ?? null),
    toValue: to === null ? null : (values.to.get(key) ?? null),
    change: exactText(change),
    relative: exactText(relative),
    decimals: subject?.decimals ?? null,
    unit: subject?.unit ?? null,
    partNames: elementNames(dimensions, subjects, pick),
    reason,
  };
}
