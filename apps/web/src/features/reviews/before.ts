import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';

export interface Before {
  year: number;
  value: string | null;
  status: string;
}

/** What stands published now: of this year where it is a correction, else of the year last known. */
export function beforeOf(observation: WorkObservationFragment): Before | undefined {
  const { published, year, history } = observation;
  if (published !== null) return { year, value: published.value, status: published.obsStatus };
  return history.findLast((one) => one.year < year && one.value !== null);
}
