import { compareNatural } from '../values/natural-order.ts';
import { assessAction } from './assess-action.ts';
import { countBy } from '../values/figure.ts';
import { headlineOf } from './headline.ts';
import { isScored, splitApplicable } from './indicator-role.ts';
import type {
  AssessedAction,
  CountryRollUp,
  RollUpCountryInput,
  RollUpIndicator,
} from './roll-up-country.types.ts';
import { type ActionStatus, isAssessed, rankOf } from './status.ts';

type Action = RollUpCountryInput['actions'][number];

const NAMED = 3;

/**
 * A country's page: every action assessed on its HEADLINE indicators, counts per status, the headline
 * and the three strongest and weakest actions. Indicators are counted once however many actions they
 * serve, HEADLINE and SUPPORTING alike. No country score and no ranking of countries.
 *
 * Source: methods-first.md 1.10.
 */
export function rollUpCountry(input: RollUpCountryInput): CountryRollUp {
  const inOrder = input.actions.toSorted((a, b) => compareNatural(a.code, b.code));
  const own = inOrder.filter(({ scope }) => scope !== 'REGION');
  const actions = own.map(assess);
  const statuses = actions.map(({ status }) => status);
  const indicators = eachOnce(own).map(({ status }) => status);
  return {
    country: input.country,
    actions,
    regional: inOrder.filter(({ scope }) => scope === 'REGION').map(assess),
    actionCounts: countBy(statuses),
    indicatorCounts: countBy(indicators),
    actionsAssessed: statuses.filter(isAssessed).length,
    actionsTotal: actions.length,
    indicatorsAssessed: indicators.filter(isAssessed).length,
    indicatorsTotal: indicators.length,
    headline: headlineOf(statuses),
    strengths: named(actions, ['ACHIEVED', 'ON_TRACK'], -1),
    behind: named(actions, ['REGRESSED', 'OFF_TRACK', 'DELAYED'], 1),
  };
}

function assess({ code, indicators }: Action): AssessedAction {
  const { applicable } = splitApplicable(indicators);
  return { code, ...assessAction({ indicators: applicable }) };
}

function eachOnce(actions: readonly Action[]): RollUpIndicator[] {
  const byCode = new Map<string, RollUpIndicator>();
  for (const { indicators } of actions) {
    for (const indicator of splitApplicable(indicators, isScored).applicable) {
      if (!byCode.has(indicator.code)) byCode.set(indicator.code, indicator);
    }
  }
  return [...byCode.values()];
}

/** The codes of at most three actions of these statuses, by rank, then score, then code. */
function named(
  actions: readonly AssessedAction[],
  statuses: readonly ActionStatus[],
  upwards: 1 | -1,
): string[] {
  const key = ({ status, score }: AssessedAction) => [rankOf(status) ?? 0, score ?? 0] as const;
  return actions
    .filter(({ status }) => statuses.includes(status))
    .sort((a, b) => {
      const [rank, score] = key(a);
      const [otherRank, otherScore] = key(b);
      const order = upwards * (rank - otherRank || score - otherScore);
      return order || compareNatural(a.code, b.code);
    })
    .slice(0, NAMED)
    .map(({ code }) => code);
}
