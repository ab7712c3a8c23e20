import { compareNatural } from '../values/natural-order.ts';
import { assessAction } from './assess-action.ts';
import { type Maybe, countBy } from '../values/figure.ts';
import { splitApplicable } from './indicator-role.ts';
import type { ActionScope, RollUpIndicator } from './roll-up-country.types.ts';
import {
  type ActionStatus,
  type IndicatorStatus,
  type Status,
  isAssessed,
  rankOf,
} from './status.ts';

export interface RollUpRegionInput {
  code: string;
  /** COUNTRY when absent. */
  scope?: Maybe<ActionScope>;
  /** ISO 3166 alpha-3 codes of the countries the action is for. */
  expected: readonly string[];
  /** Status of the action by country; NO_DATA where absent. For scope COUNTRY. */
  countries?: Maybe<Readonly<Record<string, Maybe<Status>>>>;
  /** Regional values. For scope REGION. */
  indicators?: Maybe<readonly RollUpIndicator[]>;
}

export interface RegionRollUp {
  code: string;
  scope: ActionScope;
  /** Null for scope COUNTRY: there is no regional word, only counts of countries. */
  status: ActionStatus | null;
  score: number | null;
  /** Indicators for scope REGION, countries for scope COUNTRY. */
  assessed: number;
  total: number;
  counts: Partial<Record<IndicatorStatus, number>>;
  appliesTo: string[];
  countryCounts: Partial<Record<Status, number>>;
  best: Status | null;
  worst: Status | null;
}

/**
 * An action across the region. A declaration (scope REGION) has one value for all and is assessed
 * like any action; an action of the countries gets no regional word, only how many countries stand
 * where, the best and the worst status among those that have a rank.
 *
 * Source: methods-first.md 1.10.
 */
export function rollUpRegion(input: RollUpRegionInput): RegionRollUp {
  const appliesTo = [...new Set(input.expected)].sort(compareNatural);
  if (input.scope === 'REGION') {
    const { applicable } = splitApplicable(input.indicators ?? []);
    const { status, score, assessed, total, counts } = assessAction({ indicators: applicable });
    const none = { countryCounts: {}, best: null, worst: null };
    const { code, scope } = input;
    return { code, scope, status, score, assessed, total, counts, appliesTo, ...none };
  }
  const statuses = appliesTo.map((country) => input.countries?.[country] ?? 'NO_DATA');
  const ranked = statuses
    .filter((status) => rankOf(status) !== null)
    .sort((a, b) => (rankOf(b) ?? 0) - (rankOf(a) ?? 0));
  return {
    code: input.code,
    scope: 'COUNTRY',
    status: null,
    score: null,
    assessed: statuses.filter(isAssessed).length,
    total: appliesTo.length,
    counts: {},
    appliesTo,
    countryCounts: countBy(statuses),
    best: ranked[0] ?? null,
    worst: ranked.at(-1) ?? null,
  };
}
