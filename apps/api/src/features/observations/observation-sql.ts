/** Of the plan in force: the newest confirmed version. */
export const BASELINE_YEAR = (indicator: string, area: string): string =>
  `(select p.baseline_year from work.target_plan p
    where p.indicator = ${indicator} and p.area = ${area} and p.state = 'CONFIRMED'
    order by p.version desc limit 1)`;
