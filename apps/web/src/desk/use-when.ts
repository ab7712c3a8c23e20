import { useFormat } from '../ui/use-format.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** The calendar day (YYYY-MM-DD) of a moment in the reader's own time zone. */
export const dayOf = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** The moment of a date and time that were typed for the reader's own time zone; null if there is none. */
export function instantOf(local: string): string | null {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Writes a moment in the reader's own time zone: 8 March 2026, 14:02. Not with Intl, as browsers have no dates in kk, ky, tg and uz. */
export function useWhen(): (instant: string) => string {
  const format = useFormat();
  return (instant) => {
    const at = new Date(instant);
    return `${format.date(dayOf(at))}, ${two(at.getHours())}:${two(at.getMinutes())}`;
  };
}
