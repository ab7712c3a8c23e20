import { isHeadline } from '@qadam/domain';
import { rollUp } from '../../assessments/roll-up.ts';
import { judgedRow } from '../../assessments/judged.ts';
import type { YearShares } from './action-cell.type.ts';
import type { AreaRow, AssessmentRowOf } from './public-rows.ts';
import type { YearFacts } from './year-facts.ts';

/** Where every indicator and action stood in a year: figures of later years are left out, the plans are those of the release. */
export function standingIn(
  facts: YearFacts,
  areas: readonly AreaRow[],
  year: number,
): AssessmentRowOf[] {
  const indicators = facts.indicators.map(({ observations, ...rest }) => {
    const known = observations.filter((observed) => observed.year <= year);
    const notApplicable = known.at(-1)?.missingReason === 'NOT_APPLICABLE';
    return judgedRow({ ...rest, observations: known, notApplicable }, year);
  });
  return [...indicators, ...rollUp(indicators, facts.actions, areas)].map(
    ({ latest_year: latestYear, latest_value: latestValue, ...row }) => ({
      ...row,
      status: row.status as AssessmentRowOf['status'],
      latestYear,
      latestValue,
      detail: row.detail as Record<string, unknown>,
    }),
  );
}

const YEARS = 10;
export type Shares = (action: string, area: string) => YearShares;

/** The share of the way of every action in each of the years up to one: what a small line is drawn from. A year without it is a gap. */
export function sharesUntil(
  facts: YearFacts,
  areas: readonly AreaRow[],
  firstYear: number,
  year: number,
): Shares {
  const first = Math.max(firstYear, year - YEARS + 1);
  const scored = new Set(
    facts.actions.flatMap(({ indicators }) =>
      indicators.filter(isHeadline).map(({ code }) => code),
    ),
  );
  const headline = {
    ...facts,
    indicators: facts.indicators.filter(({ indicator }) => scored.has(indicator)),
  };
  const shares = new Map<string, (number | null)[]>();
  for (let at = first; at <= year; at++) {
    for (const { level, subject, area, detail } of standingIn(headline, areas, at)) {
      if (level !== 'ACTION') continue;
      const { central } = detail['coverage'] as { central: number | null };
      const place = `${subject} ${area}`;
      shares.set(place, [...(shares.get(place) ?? []), central]);
    }
  }
  return (action, area) => ({
    firstYear: first,
    percents: shares.get(`${action} ${area}`) ?? [],
  });
}
