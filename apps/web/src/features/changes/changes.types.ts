import type { ChangesQuery } from './changes.generated.ts';

export type ChangesData = NonNullable<ChangesQuery['changes']>;
export type ChangeItem = ChangesData['items'][number];

/** The order in which the domain lists them (methods.md 1.5a, 1.11). */
export const changeClasses = [
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
] as const;

export type ChangeClass = (typeof changeClasses)[number];
