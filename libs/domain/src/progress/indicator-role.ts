import type { Maybe } from '../values/figure.ts';
import type { Direction } from './target.ts';

/** HEADLINE is the deed and makes the level, SUPPORTING its results, CONTEXT is only shown. The strongest first. */
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

/** Does it make the level of its action: is it the deed that is asked for? Source: methods.md 1.5. */
export function isHeadline(indicator: RoledIndicator): boolean {
  return isScored(indicator) && indicator.role !== 'SUPPORTING';
}

/** Those that make the level of their action: the headline ones, without those that do not apply. Source: methods.md 1.5. */
export function countedIndicators<T extends RoledIndicator & { reason?: Maybe<string> }>(
  indicators: readonly T[],
): T[] {
  return indicators.filter((one) => isHeadline(one) && one.reason !== 'NOT_APPLICABLE');
}

/** What an indicator is where several actions, or none, name it. */
export function strongestRole(roles: readonly IndicatorRole[]): IndicatorRole {
  return INDICATOR_ROLES.find((role) => roles.includes(role)) ?? 'CONTEXT';
}
