import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';

export interface Before {
  year: number;
  value: string | null;
  status: string;
  /** Of a stage: since when it stands. */
  date?: string | null;
}

/** What stands published now: of this year where it is a correction, else of the year last known. */
export function beforeOf(observation: WorkObservationFragment): Before | undefined {
  const { published, year, history, element, lastFact } = observation;
  if (published !== null) {
    const { value, obsStatus: status, factDate: date } = published;
    return { year, value, status, date };
  }
  if (element !== null) {
    if (lastFact === null) return undefined;
    return { year, value: String(lastFact.stage), status: 'A', date: lastFact.date };
  }
  return history.findLast((one) => one.year < year && one.value !== null);
}
