import type { ActionAssessment, AssessedIndicator } from './assess-action.ts';
import type { Maybe } from '../values/figure.ts';
import type { Headline } from './headline.ts';
import type { IndicatorRole } from './indicator-role.ts';
import type { ActionStatus, IndicatorStatus } from './status.ts';
import type { Direction } from './target.ts';

/** Whether an action is carried out country by country or once for all (a declaration). */
export type ActionScope = 'COUNTRY' | 'REGION';

export interface RollUpIndicator extends AssessedIndicator {
  code: string;
  /** HEADLINE when absent. */
  role?: Maybe<IndicatorRole>;
  direction?: Maybe<Direction>;
}

export interface RollUpCountryInput {
  country: string;
  actions: readonly {
    code: string;
    /** COUNTRY when absent. */
    scope?: Maybe<ActionScope>;
    indicators: readonly RollUpIndicator[];
  }[];
}

export interface AssessedAction extends ActionAssessment {
  code: string;
}

export interface CountryRollUp {
  country: string;
  /** The country's own, in natural order of codes. */
  actions: AssessedAction[];
  /** Shown on every country's page and counted in none. */
  regional: AssessedAction[];
  actionCounts: Partial<Record<ActionStatus, number>>;
  indicatorCounts: Partial<Record<IndicatorStatus, number>>;
  actionsAssessed: number;
  actionsTotal: number;
  indicatorsAssessed: number;
  indicatorsTotal: number;
  headline: Headline;
  /** Codes of at most three actions each. */
  strengths: string[];
  behind: string[];
}
