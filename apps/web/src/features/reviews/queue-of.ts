import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { groupBy } from '../../ui/group-by.ts';

export interface AreaGroup {
  area: string;
  /** Nothing is remarkable about them, and somebody else wrote them: accepted together. */
  easy: WorkObservationFragment[];
  /** One by one. */
  others: WorkObservationFragment[];
}

const order = ['KAZ', 'KGZ', 'TJK', 'UZB', 'CA4'];

/** What waits, country by country, with the exceptions apart. */
export function queueOf(
  submitted: readonly WorkObservationFragment[],
  reviewer: string,
): AreaGroup[] {
  return [...groupBy(submitted, ({ area }) => area)]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([area, observations]) => {
      const isEasy = ({ remarks, current }: WorkObservationFragment) =>
        remarks.length === 0 && current.author?.id !== reviewer;
      return {
        area,
        easy: observations.filter(isEasy),
        others: observations.filter((one) => !isEasy(one)),
      };
    });
}
