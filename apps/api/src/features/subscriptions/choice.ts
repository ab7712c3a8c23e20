import type { FollowKind } from '@qadam/domain';

/** What news by mail without an account are about. */
export interface Subscription {
  kind: 'EVERYTHING' | Exclude<FollowKind, 'INDICATOR'>;
  /** Of a country or an action. */
  code: string | null;
}

/** As a form sends it: `all`, or the code of a country or an action. null where it is none of these. */
export function readChoice(text: string): Subscription | null {
  if (text === 'all') return { kind: 'EVERYTHING', code: null };
  if (/^[A-Z]{3}$/.test(text)) return { kind: 'COUNTRY', code: text };
  return /^[A-Z]\d{1,2}$/.test(text) ? { kind: 'ACTION', code: text } : null;
}
