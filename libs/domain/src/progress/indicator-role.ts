import type { Maybe } from '../values/figure.ts';
import type { IndicatorStatus } from './status.ts';
import type { Direction } from './target.ts';

/** HEADLINE makes the figures, SUPPORTING is counted beside them, CONTEXT is only shown. The strongest first. */
export const INDICATOR_ROLES = ['HEADLINE', 'SUPPORTING', 'CONTEXT'] as const;
export type IndicatorRole = (typeof INDICATOR_ROLES)[number];

/** An indicator as it stands in an action; HEADLINE where no role is given. */
export interface RoledIndicator {
  role?: Maybe<IndicatorRole>;
  direction?: Maybe<Direction>;
}

/** Is it given a status at all? What is context, or has no wanted direction, is only shown. */
export function isScored({ role, direction }: RoledIndicator): boolean {
  return role !== 'CONTEXT' && direction !== 'NONE';
}

/** Does it make the figures of its action? Source: methods-first.md 1.7. */
export function isHeadline(indicator: RoledIndicator): boolean {
  return isScored(indicator) && indicator.role !== 'SUPPORTING';
}

/** What an indicator is where several actions, or none, name it. */
export function strongestRole(roles: readonly IndicatorRole[]): IndicatorRole {
  return INDICATOR_ROLES.find((role) => roles.includes(role)) ?? 'CONTEXT';
}

/** The indicators that count; those NOT_APPLICABLE are counted apart. Source: methods-first.md 1.7, 1.10. */
export function splitApplicable<T extends RoledIndicator & { status: IndicatorStatus }>(
  indicators: readonly T[],
  counts: (indicator: RoledIndicator) => boolean = isHeadline,
): { applicable: T[]; notApplicable: number } {
  const wanted = indicators.filter(counts);
  const applicable = wanted.filter(({ status }) => status !== 'NOT_APPLICABLE');
  return { applicable, notApplicable: wanted.length - applicable.length };
}
