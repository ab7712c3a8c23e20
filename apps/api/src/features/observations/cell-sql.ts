/** A part that the indicator's own table asks for, or an element of a law. */
export const isCollected = (observation: string, indicator: string): string =>
  `(${observation}.region = '_T' and (${indicator}.table_axes <> '[]' or ${indicator}.kind = 'MILESTONE'))`;

/** Is anything entered? After its first save was taken back a cell is empty again, and keeps its history. */
export const isFilled = (alias: string): string =>
  `exists (select from work.revision f where f.id = ${alias}.current_revision
     and (f.value is not null or f.numerator is not null or f.missing_reason is not null))`;

/** Has an officer sent any figure of an assignment back, the total or a part? */
export const isReturned = (assignment: string): string =>
  `exists (select from work.observation r where r.area = ${assignment}.area
     and r.indicator = ${assignment}.indicator and r.year = ${assignment}.cycle and r.state = 'RETURNED')`;
