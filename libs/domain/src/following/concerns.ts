export const FOLLOW_KINDS = ['COUNTRY', 'ACTION', 'INDICATOR'] as const;
export type FollowKind = (typeof FOLLOW_KINDS)[number];

export interface Follow {
  readonly kind: FollowKind;
  /** The code of the country (ISO 3166 alpha-3), action or indicator. */
  readonly code: string;
}

/** What a change between two releases is about. */
export interface AboutChange {
  readonly level: string | null;
  readonly subject: string;
  readonly area: string;
}

/**
 * Does a change concern what a person follows? To a followed country belongs every change there; to an indicator, changes of its
 * values and statuses; to an action, those of its own level and of its indicators in any role. `indicatorsOf`: those of an action.
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
