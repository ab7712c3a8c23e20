import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { areaCodes } from '../../theme/countries.ts';
import { groupBy } from '../../ui/group-by.ts';

export interface AreaGroup {
  area: string;
  /** Accepted together. */
  easy: WorkObservationFragment[];
  /** One by one. */
  others: WorkObservationFragment[];
}

const order = (area: string): number => areaCodes.findIndex((code) => code === area);

/** Nothing is remarkable about it, and the reviewer did not write it. */
export const isRoutine = (
  { remarks, current }: WorkObservationFragment,
  reviewer: string,
): boolean => remarks.length === 0 && current.author?.id !== reviewer;

/**
 * What waits, country by country, the unremarkable apart from the others. Values that are `held` (they come first) or have
 * a message (`told`) are among the others, so that they are seen.
 */
export function queueOf(
  submitted: readonly WorkObservationFragment[],
  reviewer: string,
  held: readonly WorkObservationFragment[] = [],
  explained: ReadonlySet<string> = new Set(),
): AreaGroup[] {
  return [...groupBy([...held, ...submitted], ({ area }) => area)]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([area, observations]) => {
      const easy = observations.filter(
        (one) => isRoutine(one, reviewer) && !held.includes(one) && !explained.has(one.id),
      );
      return { area, easy, others: observations.filter((one) => !easy.includes(one)) };
    });
}
