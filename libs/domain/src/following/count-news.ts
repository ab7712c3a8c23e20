import type {
  ActionChangeClass,
  AssessmentChangeClass,
  CellChangeClass,
} from '../changes/release.types.ts';

type ChangeClass =
  ActionChangeClass | AssessmentChangeClass | Exclude<CellChangeClass, 'UNCHANGED'>;

export interface NewsCounts {
  newValues: number;
  revised: number;
  /** Actions that moved forward or back, or have parts that are newly known or no longer known. */
  actions: number;
  statuses: number;
  targets: number;
  /** Values withdrawn, hidden now or shown now, about which no more may be said (methods.md 1.11). */
  others: number;
}

const FAMILY: Readonly<Record<ChangeClass, keyof NewsCounts>> = {
  NEW: 'newValues',
  REVISED: 'revised',
  FORWARD: 'actions',
  BACK: 'actions',
  NEWLY_KNOWN: 'actions',
  NO_LONGER_KNOWN: 'actions',
  STATUS_DOWN: 'statuses',
  STATUS_UP: 'statuses',
  STATUS_CHANGED: 'statuses',
  NOW_ASSESSED: 'statuses',
  NO_LONGER_ASSESSED: 'statuses',
  TARGET_CHANGED: 'targets',
  WITHDRAWN: 'others',
  NOW_HIDDEN: 'others',
  NOW_SHOWN: 'others',
};

/** Counts the changes between two releases by the few kinds that a line of news has room for. */
export function countNews(classes: readonly ChangeClass[]): NewsCounts {
  const counts = { newValues: 0, revised: 0, actions: 0, statuses: 0, targets: 0, others: 0 };
  for (const name of classes) counts[FAMILY[name]] += 1;
  return counts;
}
