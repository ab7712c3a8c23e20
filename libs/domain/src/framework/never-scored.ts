interface Scorable {
  direction: string;
  /** It counts reported cases: more reports can mean more trust. */
  reportedCases: boolean;
}

/**
 * Context and never more: an indicator without a wanted direction, or one that counts reported cases, is neither HEADLINE
 * nor SUPPORTING of an action and has no target. Source: domain.md, The framework shipped; methods.md 6.1.
 */
export function neverScored({ direction, reportedCases }: Scorable): boolean {
  return direction === 'NONE' || reportedCases;
}
