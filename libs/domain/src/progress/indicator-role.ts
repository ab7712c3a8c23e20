import type { Maybe } from '../values/figure.ts';
import type { IndicatorStatus } from './status.ts';
import type { Direction } from './target.ts';

/** HEADLINE makes the figures, SUPPORTING is counted beside them, CONTEXT is only shown. */
export type IndicatorRole = 'HEADLINE' | 'SUPPORTING' | 'CONTEXT';

interface RoledIndicator {
  status: IndicatorStatus;
  role?: Maybe<IndicatorRole>;
  direction?: Maybe<Direction>;
}

/**
 * The indicators of the wanted roles that can be judged at all: those with direction NONE are context,
 * those NOT_APPLICABLE are counted apart. HEADLINE when no role is given. Source: methods.md 1.7, 1.10.
 */
export function splitApplicable<T extends RoledIndicator>(
  indicators: readonly T[],
  roles: readonly IndicatorRole[],
): { applicable: T[]; notApplicable: number } {
  const wanted = indicators.filter(
    ({ role, direction }) => roles.includes(role ?? 'HEADLINE') && direction !== 'NONE',
  );
  const applicable = wanted.filter(({ status }) => status !== 'NOT_APPLICABLE');
  return { applicable, notApplicable: wanted.length - applicable.length };
}
