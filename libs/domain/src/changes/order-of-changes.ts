import { compareNatural } from '../values/natural-order.ts';
import type { ActionChange, AssessmentChange, CellChange, ReleaseChange } from './release.types.ts';

/** The order in which changes are listed, class by class. Source: methods.md 1.5a, 1.11. */
export const CHANGE_CLASSES = [
  'FORWARD',
  'BACK',
  'NEWLY_KNOWN',
  'NO_LONGER_KNOWN',
  'STATUS_DOWN',
  'STATUS_UP',
  'TARGET_CHANGED',
  'NO_LONGER_ASSESSED',
  'NOW_ASSESSED',
  'STATUS_CHANGED',
  'WITHDRAWN',
  'REVISED',
  'NOW_HIDDEN',
  'NOW_SHOWN',
  'NEW',
] as const satisfies readonly ReleaseChange['class'][];

const placeOf = new Map<ReleaseChange['class'], number>(
  CHANGE_CLASSES.map((name, place) => [name, place]),
);

/**
 * Changes in the order in which they are listed: by class, first the levels of actions, then the worst news first; assessments
 * before cells; the larger before the smaller. Hidden cells come last in their class and sorted by key only, so that
 * their place reveals nothing. Source: methods.md 1.5a, 1.11.
 */
export function inOrder(changes: readonly ReleaseChange[]): ReleaseChange[] {
  return changes
    .map(toListed)
    .sort(compareListed)
    .map(({ change }) => change);
}

/** A change with its sort keys, which are computed once and not anew for each comparison. */
type Listed = { place: number } & (
  | { change: ActionChange | AssessmentChange }
  | { change: CellChange; size: number; key: ReturnType<typeof readKey> }
);

function toListed(change: ReleaseChange): Listed {
  const place = placeOf.get(change.class) ?? 0;
  if (change.kind !== 'CELL') return { place, change };
  return { place, change, size: sizeOf(change), key: readKey(change.key) };
}

function compareListed(a: Listed, b: Listed): number {
  if (a.place !== b.place) return a.place - b.place;
  if ('key' in a && 'key' in b) return compareCells(a, b);
  return compareOthers(a.change, b.change);
}

function compareOthers(a: ReleaseChange, b: ReleaseChange): number {
  if (a.kind === 'ACTION') return b.kind === 'ACTION' ? compareActions(a, b) : -1;
  if (b.kind === 'ACTION') return 1;
  if (a.kind === 'ASSESSMENT') return b.kind === 'ASSESSMENT' ? compareAssessments(a, b) : -1;
  return 1;
}

function compareActions(a: ActionChange, b: ActionChange): number {
  return (
    Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0) ||
    b.parts.length - a.parts.length ||
    compareNatural(a.subject, b.subject) ||
    compareNatural(a.country, b.country)
  );
}

function compareAssessments(a: AssessmentChange, b: AssessmentChange): number {
  return (
    Number(a.level === 'INDICATOR') - Number(b.level === 'INDICATOR') ||
    (b.steps ?? 0) - (a.steps ?? 0) ||
    compareNatural(a.subject, b.subject) ||
    compareNatural(a.country, b.country)
  );
}

type ListedCell = Extract<Listed, { key: unknown }>;

function compareCells(a: ListedCell, b: ListedCell): number {
  if (a.change.hidden || b.change.hidden) {
    return (
      Number(a.change.hidden) - Number(b.change.hidden) ||
      compareNatural(a.change.key, b.change.key)
    );
  }
  if (a.size !== b.size) return b.size - a.size;
  const [left, right] = [a.key, b.key];
  return (
    left.breakdowns - right.breakdowns ||
    compareNatural(right.year, left.year) ||
    compareNatural(left.indicator, right.indicator) ||
    compareNatural(left.area, right.area) ||
    compareNatural(a.change.key, b.change.key)
  );
}

/** The size by which revisions are sorted: those without a relative change first, then the larger. Other classes have none. */
function sizeOf({ class: name, relative }: CellChange): number {
  if (name !== 'REVISED') return 0;
  return relative === null ? Infinity : Math.abs(relative);
}

function readKey(key: string) {
  const [indicator = '', area = '', year = '', ...dimensions] = key.split('|');
  return { indicator, area, year, breakdowns: dimensions.filter((code) => code !== '_T').length };
}
