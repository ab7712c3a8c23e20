import { actionRows } from '../../assessments/action-rows.ts';
import { judgedRow } from '../../assessments/judged.ts';
import type { AreaRow, AssessmentRowOf } from './public-rows.ts';
import { upTo } from './up-to.ts';
import type { YearFacts } from './year-facts.ts';

/** Where every indicator and action stood in a year: figures of later years are left out, the plans are those of the release. */
export function standingIn(
  facts: YearFacts,
  areas: readonly AreaRow[],
  year: number,
): AssessmentRowOf[] {
  const indicators = facts.indicators.map(({ observations, elements, ...rest }) => {
    const known = upTo(observations, year);
    const notApplicable = known.at(-1)?.missingReason === 'NOT_APPLICABLE';
    return judgedRow(
      {
        ...rest,
        observations: known,
        elements: elements.map((one) => ({ ...one, observations: upTo(one.observations, year) })),
        notApplicable,
      },
      year,
    );
  });
  return [...indicators, ...actionRows(indicators, facts.actions, areas)].map(
    ({ latest_year: latestYear, latest_value: latestValue, ...row }) => ({
      ...row,
      latestYear,
      latestValue,
      detail: row.detail as Record<string, unknown>,
    }),
  );
}
