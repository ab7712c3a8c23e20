// Which body a figure is of (docs/decisions/0042). A release finds it for all its figures at once in releases/stage-candidate.ts.

const ASSIGNED = (year: string, area: string, indicator: string): string =>
  `(select n.organisation from work.assignment n
     where n.cycle = ${year} and n.area = ${area} and n.indicator = ${indicator})`;

/** Who reported an observation `o` at its revision `r`: the body of the return, else the one it is assigned to. */
export const BODY_OF = (observation: string, revision: string): string =>
  `coalesce((select s.organisation from work.submission_revision l join work.submission s on s.id = l.submission and s.recalled_at is null
     where l.revision = ${revision} order by s.submitted_at desc limit 1),
   ${ASSIGNED(`${observation}.year`, `${observation}.area`, `${observation}.indicator`)})`;

const namesOf = (body: string): string =>
  `(select b.names from work.organisation b where b.id = ${body})`;

/** Names of the body in whose name a person reports an indicator: their own, else the one it is assigned to. */
export const HANDING_BODY = (own: string, year: string, area: string, indicator: string): string =>
  namesOf(`coalesce(${own}, ${ASSIGNED(year, area, indicator)})`);
