import { isPart, isTotal } from '../../database/cell-columns.ts';

/** Is anything entered? After its first save was taken back a cell is empty again, and keeps its history. */
const isFilled = (alias: string): string =>
  `exists (select from work.revision f where f.id = ${alias}.current_revision
     and (f.value is not null or f.numerator is not null or f.missing_reason is not null))`;

interface Asked {
  area: string;
  indicator: string;
  year: string;
}

/**
 * Joins as `o` the observation that tells how far an indicator `i` is that is asked for: its total; of a law the element
 * that is least far, and none while one of its elements has none.
 */
export const joinStanding = ({ area, indicator, year }: Asked): string => {
  const ofIt = (alias: string) =>
    `${alias}.area = ${area} and ${alias}.indicator = ${indicator} and ${alias}.year = ${year}`;
  return `left join lateral (
    select x.* from work.observation x
    where ${ofIt('x')} and ((i.kind <> 'MILESTONE' and ${isTotal('x')})
      or (i.kind = 'MILESTONE' and ${isPart('x', 'breakdown')} and not exists (
        select from jsonb_array_elements(i.elements) e where not exists (
          select from work.observation y where ${ofIt('y')} and y.breakdown = e ->> 'code'))))
    order by ${isFilled('x')}, array_position(array['DRAFT', 'RETURNED', 'SUBMITTED', 'APPROVED', 'PUBLISHED'], x.state)
    limit 1) o on true`;
};

/** Has an officer sent any figure of an assignment back, the total or a part? */
export const isReturned = (assignment: string): string =>
  `exists (select from work.observation r where r.area = ${assignment}.area
     and r.indicator = ${assignment}.indicator and r.year = ${assignment}.cycle and r.state = 'RETURNED')`;
