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

/**
 * The order in which changes are listed: by class, first the levels of actions, then the worst news; assessments before cells; the
 * larger before the smaller. Hidden cells come last in their class and by key only, so that their
 * place reveals nothing. Source: methods.md 1.5a, 1.11.
 */
export function compareChanges(a: ReleaseChange, b: ReleaseChange): number {
  const byClass = CHANGE_CLASSES.indexOf(a.class) - CHANGE_CLASSES.indexOf(b.class);
  if (byClass !== 0) return byClass;
  if (a.kind === 'ACTION') return b.kind === 'ACTION' ? compareActions(a, b) : -1;
  if (b.kind === 'ACTION') return 1;
  if (a.kind === 'ASSESSMENT') return b.kind === 'ASSESSMENT' ? compareAssessments(a, b) : -1;
  return b.kind === 'ASSESSMENT' ? 1 : compareCells(a, b);
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

function compareCells(a: CellChange, b: CellChange): number {
  if (a.hidden || b.hidden) {
    return Number(a.hidden) - Number(b.hidden) || compareNatural(a.key, b.key);
  }
  const byRelative = compareRelative(a, b);
  if (byRelative !== 0) return byRelative;
  const [left, right] = [keyOf(a), keyOf(b)];
  return (
    left.breakdowns - right.breakdowns ||
    compareNatural(right.year, left.year) ||
    compareNatural(left.indicator, right.indicator) ||
    compareNatural(left.area, right.area) ||
    compareNatural(a.key, b.key)
  );
}

/** Revisions without a relative change first, then the larger first; equal for all other classes. */
function compareRelative(a: CellChange, b: CellChange): number {
  if (a.class !== 'REVISED') return 0;
  const size = ({ relative }: CellChange) => (relative === null ? Infinity : Math.abs(relative));
  return size(a) === size(b) ? 0 : size(b) - size(a);
}

type Key = ReturnType<typeof readKey>;
const keys = new WeakMap<CellChange, Key>();

/** Read once for each change, however often a long list compares it. */
function keyOf(change: CellChange): Key {
  const key = keys.get(change) ?? readKey(change.key);
  keys.set(change, key);
  return key;
}

function readKey(key: string) {
  const [indicator = '', area = '', year = '', ...dimensions] = key.split('|');
  return { indicator, area, year, breakdowns: dimensions.filter((code) => code !== '_T').length };
}
