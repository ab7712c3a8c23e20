import { useMatches } from '@tanstack/react-router';
import { releaseOf } from './described.ts';

interface Match {
  params: object;
  search: object;
  loaderData?: unknown;
}

/** It is read from the data, as not every address names its release as such: that of a brief may name a year. */
function pinnedOf(matches: readonly Match[]): { release?: string; year?: string } {
  const match = matches.find((one) => releaseOf(one)?.number !== undefined);
  const { number, latest, asOfYear } = (match && releaseOf(match)) ?? {};
  if (!match || number === undefined) return {};
  const { year } = match.loaderData as { year?: number };
  const named: unknown[] = Object.values({ ...match.params, ...match.search });
  return {
    ...(latest === true && !named.includes(number) ? {} : { release: number }),
    ...(year === undefined || year === asOfYear ? {} : { year: String(year) }),
  };
}

/** The release in which the reader stays: that of the page, if it is an earlier one or its address names it; and the year of the page, if it is an earlier one. */
export const usePinned = () => useMatches({ select: pinnedOf, structuralSharing: true });
