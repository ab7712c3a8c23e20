import { type AliasableExpression, expressionBuilder, sql } from 'kysely';
import type { Texts } from '../graphql/local-text.type.ts';
import type { Tables } from './tables.ts';

// Which body a figure is of (docs/decisions/0042), in SQL. A release finds it for all its figures at once in releases/stage-candidate.ts.

const eb = expressionBuilder<Tables>();

/** Names of columns; the year may also be a number. */
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

/** The returns with a revision that were not recalled. */
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

const namesOf = (body: AliasableExpression<string | null>): AliasableExpression<Texts | null> =>
  eb
    .selectFrom('work.organisation as b')
    .select('b.names')
    .where('b.id', '=', sql<string>`${body}`)
    .$asScalar();

/** Names of the body for which a person reports an indicator: their own, else the one it is assigned to. */
export const handingBody = (own: string | null, asked: Asked): AliasableExpression<Texts | null> =>
  namesOf(sql`coalesce(${own}::uuid, ${assignedBody(asked)})`);

/**
 * Names of the body that submitted revision `r` of observation `o`, or that of its author `u` if none is recorded. Before it is submitted: of the
 * body for which the author would submit it.
 */
export const revisionBody: AliasableExpression<Texts | null> = namesOf(
  sql`case when exists ${handedInWith('r.id')}
    then coalesce(${bodyOf('o', 'r.id')}, u.organisation)
    else coalesce(u.organisation, ${assignedOf('o')}) end`,
);
