import type { FollowKind } from '@qadam/domain';

/** The subject of a subscription to news without an account. */
export interface Subscription {
  kind: 'EVERYTHING' | Exclude<FollowKind, 'INDICATOR'>;
  /** The code of the country or action. */
  code: string | null;
}

/** Reads the choice from a form: `all`, or the code of a country or an action; null if it is none of these. */
export function readChoice(text: string): Subscription | null {
  if (text === 'all') return { kind: 'EVERYTHING', code: null };
  if (/^[A-Z]{3}$/.test(text)) return { kind: 'COUNTRY', code: text };
  return /^[A-Z]\d{1,2}$/.test(text) ? { kind: 'ACTION', code: text } : null;
}
