export interface LocalTime {
  /** Calendar day, YYYY-MM-DD. */
  day: string;
  /** Full hours since midnight, 0 to 23. */
  hour: number;
}

const MS_PER_DAY = 86_400_000;

/**
 * The calendar day and hour at `instant` in an IANA time zone. Deadlines end with the day of the country
 * (domain.md), so that the due day of one country ends at another instant than its neighbour's.
 * Throws RangeError for a time zone that does not exist.
 */
export function localTime(instant: Date, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')),
  };
}

/** Days from one calendar day to another, negative if `to` is earlier; summer time plays no part. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY;
}
