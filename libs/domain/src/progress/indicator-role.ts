import type { Maybe } from '../values/figure.ts';
import type { Direction } from './target.ts';

/** HEADLINE measures the deed and makes the level, SUPPORTING measures its results, CONTEXT is only shown. The strongest first. */
export const INDICATOR_ROLES = ['HEADLINE', 'SUPPORTING', 'CONTEXT'] as const;
export type IndicatorRole = (typeof INDICATOR_ROLES)[number];

/** An indicator with its role in an action; HEADLINE where no role is given. */
export interface RoledIndicator {
  role?: Maybe<IndicatorRole>;
  direction?: Maybe<Direction>;
}

/** Is the indicator given a status at all? A context indicator, or one without a wanted direction, is only shown. */
export function isScored({ role, direction }: RoledIndicator): boolean {
  return role !== 'CONTEXT' && direction !== 'NONE';
}

/** Does the indicator count for the level of its action, because it measures the deed that is asked for? Source: methods.md 1.5. */
export function isHeadline(indicator: RoledIndicator): boolean {
  return isScored(indicator) && indicator.role !== 'SUPPORTING';
}

/** The indicators that make the level of their action: headline ones that apply in the country. Source: methods.md 1.5. */
export function countedIndicators<T extends RoledIndicator & { reason?: Maybe<string> }>(
  indicators: readonly T[],
): T[] {
  return indicators.filter((one) => isHeadline(one) && one.reason !== 'NOT_APPLICABLE');
}

/** The role of an indicator that several actions name, or none: the strongest one; CONTEXT if no action names it. */
export function strongestRole(roles: readonly IndicatorRole[]): IndicatorRole {
  return INDICATOR_ROLES.find((role) => roles.includes(role)) ?? 'CONTEXT';
}
