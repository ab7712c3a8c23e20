import type { Shares } from './year-standing.ts';

const MOST = 24;
const kept = new Map<string, Promise<Shares>>();

/** The small lines are the same until the release they were made of is not: made once, the least recently asked for forgotten first. */
export function keptShares(key: string, make: () => Promise<Shares>): Promise<Shares> {
  const shares = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, shares);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  shares.catch(() => kept.delete(key));
  return shares;
}
