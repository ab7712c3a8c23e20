import { type AliasableExpression, expressionBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

// Which body a figure is of (docs/decisions/0042), in SQL. A release finds it for all its figures at once in releases/stage-candidate.ts.

const eb = expressionBuilder<Tables>();

/** Columns; the year may be a number. */
interface Asked {
  year: string | number;
  area: string;
  indicator: string;
}

/** The body that an indicator is assigned to. */
const assignedBody = ({ year, area, indicator }: Asked): AliasableExpression<string | null> =>
  eb
    .selectFrom('work.assignment as n')
    .select('n.organisation')
    .where('n.cycle', '=', typeof year === 'number' ? year : sql.ref<number>(year))
    .where('n.area', '=', sql.ref<string>(area))
    .where('n.indicator', '=', sql.ref<string>(indicator))
    .$asScalar();

const assignedOf = (observation: string): AliasableExpression<string | null> =>
  assignedBody({
    year: `${observation}.year`,
    area: `${observation}.area`,
    indicator: `${observation}.indicator`,
  });

/** The returns of a revision that were not taken back. */
const handedInWith = (revision: string) =>
  eb
    .selectFrom('work.submission_revision as l')
    .innerJoin('work.submission as s', 's.id', 'l.submission')
    .select('s.organisation')
    .where('l.revision', '=', sql.ref<string>(revision))
    .where('s.recalled_at', 'is', null);

/** Who reported an observation at one of its revisions: the body of the return, else the one it is assigned to. */
export const bodyOf = (observation: string, revision: string): AliasableExpression<string | null> =>
  eb.fn.coalesce(
    handedInWith(revision).orderBy('s.submitted_at', 'desc').limit(1).$asScalar(),
    assignedOf(observation),
  );
