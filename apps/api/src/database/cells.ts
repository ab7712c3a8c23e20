import type { Part } from '@qadam/domain';
import {
  type AliasableExpression,
  type Expression,
  expressionBuilder,
  type RawBuilder,
  sql,
  type SqlBool,
} from 'kysely';
import { by, exact, inAreas, isPart, isTotal, rowsAs, sameCell } from './expressions.ts';
import type { Tables } from './tables.ts';

// Conditions and values of cells in SQL that several features need. Arguments are aliases of tables, or columns.

const eb = expressionBuilder<Tables>();

/** Is the part one that the table of its indicator asks for, or an element of a law? */
const isAskedPart = (observation: string, indicator: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${observation}.region`)} = '_T' and
    (${sql.ref(`${indicator}.table_axes`)} <> '[]' or ${sql.ref(`${indicator}.kind`)} = 'MILESTONE'))`;

/** Is an observation a total, or a part that its indicator collects? */
export const isCollected = (observation: string, indicator: string): RawBuilder<boolean> =>
  sql`(${isTotal(observation)} or ${isAskedPart(observation, indicator)})`;

/** Does a revision hold anything? */
export const isEntered = (revision: string): RawBuilder<boolean> =>
  sql`(num_nonnulls(${sql.join(
    ['value', 'numerator', 'missing_reason'].map((column) => sql.ref(`${revision}.${column}`)),
  )}) > 0)`;

/** Does an observation hold anything? If its first save was undone, a cell is empty again but keeps its history. */
export const isFilled = (observation: string): AliasableExpression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('work.revision as f')
      .select('f.id')
      .where('f.id', '=', sql.ref<string>(`${observation}.current_revision`))
      .where(isEntered('f')),
  );

/**
 * The observations of the areas (null: of any) that are a draft, submitted, returned or approved, as a table to select from. No index contains the
 * state, so that values move without theirs: they are found by the tables in which the list of values in work has any. Each of these is read by
 * `observation_by_area`, since looking up very many values by their ids takes five times as long. `offset 0` keeps PostgreSQL from joining them
 * in another way, which would read what is published everywhere.
 */
export const valuesInWork = (areas: readonly string[] | null) =>
  eb
    .selectFrom(
      eb
        .selectFrom('work.value_in_work as l')
        .select(['l.area', 'l.year', 'l.indicator'])
        .distinct()
        .where(inAreas('l.area', areas))
        .as('t'),
    )
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('work.observation as x')
          .selectAll('x')
          .where(sameCell('x', 't', ['area', 'year', 'indicator']))
          .where('x.state', '<>', 'PUBLISHED')
          .offset(sql.lit(0))
          .as('w'),
      (on) => on.onTrue(),
    )
    .selectAll('w');

/** Any observation that is in work in the area, as ids: unlike `valuesInWork` they can be locked. */
export const anyInWork = (area: string): RawBuilder<string> =>
  sql`any(array(${eb.selectFrom('work.value_in_work').select('observation').where('area', '=', area)}))`;

interface Asked {
  area: string;
  indicator: string;
  year: string;
}

/**
 * The observation that shows how far the work on indicator `i` is at the given place, for a lateral join: its total; for a law its least advanced
 * element, and none while any element is missing.
 */
export const leastAdvanced = ({ area, indicator, year }: Asked) => {
  const ofIt = (alias: string) =>
    sql<SqlBool>`(${sql.ref(`${alias}.area`)} = ${sql.ref(area)}
      and ${sql.ref(`${alias}.indicator`)} = ${sql.ref(indicator)} and ${sql.ref(`${alias}.year`)} = ${sql.ref(year)})`;
  return eb
    .selectFrom('work.observation as x')
    .selectAll('x')
    .where(ofIt('x'))
    .where(
      sql<SqlBool>`((i.kind <> 'MILESTONE' and ${isTotal('x')})
        or (i.kind = 'MILESTONE' and ${isPart('x', 'breakdown')} and not exists (
          select from jsonb_array_elements(i.elements) e where not exists (
            select from work.observation y where ${ofIt('y')} and y.breakdown = e ->> 'code'))))`,
    )
    .orderBy(isFilled('x'))
    .orderBy(
      sql`array_position(array['DRAFT', 'RETURNED', 'SUBMITTED', 'APPROVED', 'PUBLISHED'], x.state)`,
    )
    .limit(1);
};

/** Has an officer returned any figure of an assignment, the total or a part? */
export const isReturned = (assignment: string): AliasableExpression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('work.observation as r')
      .select('r.id')
      .where(sameCell('r', assignment, ['area', 'indicator']))
      .where('r.year', '=', sql.ref<number>(`${assignment}.cycle`))
      .where('r.state', '=', 'RETURNED'),
  );

/**
 * Does an area still owe an assignment? It does if nothing was entered, or it is a draft, or was returned in whole or in part. `observation` is
 * joined by `leastAdvanced`.
 */
export const isOwed = (assignment: string, observation: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${observation}.id`)} is null or ${sql.ref(`${observation}.state`)} = 'DRAFT' or ${isReturned(assignment)})`;

/** What is attached now to an observation, or to several with `anyOf`: `observation` and `evidence`. */
export const attachedTo = (observation: Expression<string>) =>
  eb
    .selectFrom(
      eb
        .selectFrom('work.revision as r')
        .innerJoin('work.revision_evidence as x', 'x.revision', 'r.id')
        .distinctOn(['r.observation', 'x.evidence'])
        .select(['r.observation', 'x.evidence', 'x.attached'])
        .where('r.observation', '=', observation)
        .$call(by('r.observation', 'x.evidence'))
        .orderBy('x.number', 'desc')
        .as('last'),
    )
    .select(['last.observation', 'last.evidence'])
    .where('last.attached', '=', true);

/** How many documents are attached to one observation. */
export const attachedCount = (observation: string): AliasableExpression<number> =>
  eb
    .selectFrom(attachedTo(sql.ref(observation)).as('attached'))
    .select(sql<number>`count(*)::int`.as('count'))
    .$asScalar();

/** The baseline year of the plan in force, the newest confirmed version. */
export const baselineYear = (indicator: Expression<string>, area: Expression<string>) =>
  eb
    .selectFrom('work.target_plan as p')
    .select('p.baseline_year')
    .where('p.indicator', '=', indicator)
    .where('p.area', '=', area)
    .where('p.state', '=', 'CONFIRMED')
    .orderBy('p.version', 'desc')
    .limit(1)
    .$asScalar();

/** The newest known population of an area. */
export const populationOf = (area: Expression<string>) =>
  eb
    .selectFrom('work.denominator as n')
    .select(exact('n.value').as('value'))
    .where('n.area', '=', area)
    .where('n.kind', '=', 'POPULATION')
    .where('n.sex', '=', '_T')
    .where('n.age', '=', '_T')
    .orderBy('n.year', 'desc')
    .limit(1)
    .$asScalar();

/** The columns that identify a cell, with their types. */
export const CELL_TYPES = {
  area: 'text',
  year: 'int',
  indicator: 'text',
  sex: 'text',
  age: 'text',
  urbanisation: 'text',
  region: 'text',
  breakdown: 'text',
} as const;

/** The cells as a table `f`, to join with `sameCell`. */
export const cellsAs = (
  area: string,
  year: number,
  cellRefs: readonly { indicator: string; part: Part }[],
) =>
  rowsAs(
    'f',
    CELL_TYPES,
    cellRefs.map(({ indicator, part }) => ({ area, year, indicator, ...part })),
  );
