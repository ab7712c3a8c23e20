import type { EventFragment } from '../facts.generated.ts';
import { newestFirst } from '../timeline.tsx';
import type { LawCell } from './law.types.ts';

/** The newest event that proves what the cell says. */
export const provingEvent = (
  { element, area, stage }: LawCell,
  events: readonly EventFragment[],
): EventFragment | undefined =>
  newestFirst(
    events.filter(
      (event) =>
        event.area === area &&
        event.proves.some((proof) => proof.element === element && proof.stage === stage),
    ),
  )[0];
