export type FollowKind = 'COUNTRY' | 'ACTION' | 'INDICATOR';

export interface Follow {
  readonly kind: FollowKind;
  /** Of the country (ISO 3166 alpha-3), action or indicator. */
  readonly code: string;
}

/** What a change between two releases is about. */
export interface AboutChange {
  readonly level: string | null;
  readonly subject: string;
  readonly area: string;
}

/**
 * Which changes concern what is followed: of a country, whatever changed there; of an indicator, its values and its statuses; of
 * an action, its own status and whatever changed in its indicators, in any role. `indicatorsOf`: of an action.
 * Source: domain.md, Users.
 */
export function concerns(
  follow: Follow,
  change: AboutChange,
  indicatorsOf: (action: string) => ReadonlySet<string>,
): boolean {
  switch (follow.kind) {
    case 'COUNTRY':
      return change.area === follow.code;
    case 'INDICATOR':
      return change.level !== 'ACTION' && change.subject === follow.code;
    case 'ACTION':
      return change.level === 'ACTION'
        ? change.subject === follow.code
        : indicatorsOf(follow.code).has(change.subject);
  }
}
