interface Scorable {
  direction: string;
  /** Does it count reported cases? More reports can mean more trust. */
  reportedCases: boolean;
}

/**
 * An indicator without a wanted direction, or one that counts reported cases, can only be context: it is neither HEADLINE
 * nor SUPPORTING in an action and has no target. Source: domain.md, The framework shipped; methods.md 6.1.
 */
export function neverScored({ direction, reportedCases }: Scorable): boolean {
  return direction === 'NONE' || reportedCases;
}
