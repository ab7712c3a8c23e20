import {
  assessAction,
  coverageRange,
  rollUpCountry,
  splitApplicable,
  type IndicatorStatus,
} from '@qadam/domain';
import type { ActionFacts } from './facts.ts';
import { exact, type AssessmentRow } from './assessment-row.ts';

type Found = ReadonlyMap<string, AssessmentRow>;

/** Actions per country (or once for all, at the group) from their indicators, and countries from their actions. */
export function rollUp(
  indicators: readonly AssessmentRow[],
  actions: readonly ActionFacts[],
  areas: readonly { code: string; kind: string }[],
): AssessmentRow[] {
  const found: Found = new Map(indicators.map((row) => [`${row.subject} ${row.area}`, row]));
  const countries = areas.filter(({ kind }) => kind === 'COUNTRY').map(({ code }) => code);
  const group = areas.find(({ kind }) => kind === 'GROUP')?.code;
  const placed = actions.flatMap((action) =>
    (action.scope === 'COUNTRY' ? countries : group === undefined ? [] : [group]).map((area) => ({
      action,
      area,
    })),
  );
  return [
    ...placed.map(({ action, area }) => actionRow(action, area, found, group)),
    ...countries.map((country) => countryRow(country, actions, found, group)),
  ];
}

/** The indicators of an action as they stand in an area; one with a single value for all counts with that value. */
function standing(action: ActionFacts, area: string, found: Found, group: string | undefined) {
  return action.indicators.map(({ code, scope, role, weight, direction }) => {
    const row = found.get(`${code} ${scope === 'REGION' ? (group ?? area) : area}`);
    return {
      code,
      role,
      weight,
      direction,
      status: (row?.status ?? 'NO_DATA') as IndicatorStatus,
      pace: row?.pace ?? null,
      progress: row?.progress ?? null,
    };
  });
}

function actionRow(
  action: ActionFacts,
  area: string,
  found: Found,
  group: string | undefined,
): AssessmentRow {
  const indicators = standing(action, area, found, group);
  const result = assessAction({ indicators: splitApplicable(indicators).applicable });
  const range = coverageRange({ indicators });
  return {
    ...blank('ACTION', action.code, area, result.status),
    detail: {
      score: exact(result.score),
      meanProgress: exact(result.meanProgress),
      counts: result.counts,
      coverage: {
        assessed: range.assessed,
        total: range.total,
        display: range.display,
        ...range.percent,
      },
    },
  };
}

function countryRow(
  country: string,
  actions: readonly ActionFacts[],
  found: Found,
  group: string | undefined,
): AssessmentRow {
  const result = rollUpCountry({
    country,
    actions: actions.map((action) => ({
      code: action.code,
      scope: action.scope,
      indicators: standing(
        action,
        action.scope === 'REGION' ? (group ?? country) : country,
        found,
        group,
      ),
    })),
  });
  return {
    ...blank('COUNTRY', '', country, result.headline.code),
    detail: {
      headline: {
        ...result.headline,
        indicatorsAssessed: result.indicatorsAssessed,
        indicatorsTotal: result.indicatorsTotal,
      },
      strengths: result.strengths,
      behind: result.behind,
    },
  };
}

function blank(level: AssessmentRow['level'], subject: string, area: string, status: string) {
  return {
    level,
    subject,
    area,
    status,
    progress: null,
    pace: null,
    latest_year: null,
    latest_value: null,
  };
}
