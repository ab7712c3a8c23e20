import type { IndicatorRole, Status } from '../../graphql/enums.ts';
import type { ActionMilestone } from './action-page.type.ts';

interface Planned {
  indicator: string;
  area: string;
  points: { year: number; value: string }[];
  reference: boolean;
}

interface Step {
  role: IndicatorRole;
  series: { cell: { area: string; status: Status }; bodies: string[] }[];
  indicator: { code: string };
}

/**
 * The next dated step of each area after the year that is told: the earliest point of a released plan that is not reached
 * yet. Context has no plan to keep. Nothing is made up: without a plan there is no step.
 */
export function nextMilestones(
  indicators: readonly Step[],
  plans: readonly Planned[],
  year: number,
): ActionMilestone[] {
  const ahead = indicators
    .filter(({ role }) => role !== 'CONTEXT')
    .flatMap(({ indicator: { code }, series }) =>
      series.flatMap(({ cell: { area, status }, bodies }) => {
        const plan = plans.find((one) => one.indicator === code && one.area === area);
        const next = plan?.points
          .filter((point) => point.year > year)
          .sort((a, b) => a.year - b.year)[0];
        if (!plan || !next || status === 'ACHIEVED') return [];
        return [{ indicator: code, area, ...next, reference: plan.reference, bodies }];
      }),
    );
  return ahead.filter(
    (step) => !ahead.some((other) => other.area === step.area && other.year < step.year),
  );
}
