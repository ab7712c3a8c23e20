import type {
  Direction,
  ElementObservation,
  IndicatorKind,
  IndicatorRole,
  Observation,
  PathPoint,
} from '@qadam/domain';
import {
  type AliasableExpression,
  type Expression,
  expressionBuilder,
  type Selectable,
  sql,
} from 'kysely';
import { exact, exists, isPart, isTotal } from '../database/expressions.ts';
import type { PublicTables } from '../database/tables.ts';
import type { Scope, TargetPath } from '../graphql/enums.ts';
import type { StoredElement } from '../graphql/law-element.type.ts';

// What levels, paces and changes are computed from, read the same way from the rows of a release and of a candidate.

const MADE_OF = [
  ...(['area', 'action', 'indicator', 'action_indicator', 'assessment'] as const),
  ...(['value', 'source', 'target', 'series_break'] as const),
];
type Name = (typeof MADE_OF)[number];

export type Rows = {
  readonly [Table in Name]: AliasableExpression<
    Omit<Selectable<PublicTables[`publication.${Table}`]>, 'from_release' | 'until_release'>
  >;
};

/** `rowsOf`: the rows of one table. */
export const allRows = (rowsOf: (table: Name) => AliasableExpression<unknown>): Rows =>
  Object.fromEntries(MADE_OF.map((table) => [table, rowsOf(table)])) as Rows;

/** The published observations of an element of a law in one area, oldest first. */
export interface ElementFacts {
  code: string;
  /** False: shown with the law, but not counted. */
  counts: boolean;
  observations: (ElementObservation & { value: string | null; source: string | null })[];
}

/** What a level is computed from: the plan and the public figures of one indicator with a direction in one area. */
export interface JudgedFacts {
  indicator: string;
  area: string;
  kind: IndicatorKind;
  direction: Direction;
  /** The lowest value that is possible. */
  min: string | null;
  plan: {
    baselineYear: number | null;
    baselineValue: string | null;
    path: TargetPath;
    points: PathPoint[];
    tolerance: string;
    /** True if the value of the baseline year is hidden, so that nothing may be computed from it. */
    baselineHidden: boolean;
  } | null;
  /** Totals, oldest first. */
  observations: (Observation & {
    value: string | null;
    units: string | null;
    /** Of how many the units are, if the value is a share. */
    whole: string | null;
    missingReason: string | null;
  })[];
  /** The elements of a law; otherwise empty. */
  elements: ElementFacts[];
  /** True if the indicator is context in every action: its figures and its pace are shown, but it has no level. */
  contextOnly: boolean;
  breaks: number[];
}

export interface ActionFacts {
  code: string;
  scope: Scope;
  indicators: {
    code: string;
    scope: Scope;
    role: IndicatorRole;
    weight: string;
    direction: Direction;
  }[];
}

const eb = expressionBuilder<PublicTables>();

/** An indicator with one value for all countries belongs to the group, any other to each country. */
const areaOfScope = sql<boolean>`a.kind = case i.scope when 'COUNTRY' then 'COUNTRY' else 'GROUP' end`;

/** Do rows belong to indicator `i` in area `a`? */
const isThere = (alias: string) =>
  sql<boolean>`(${sql.ref(`${alias}.indicator`)} = i.code and ${sql.ref(`${alias}.area`)} = a.code)`;

/**
 * The published elements of laws, by indicator and area. Elements about which nothing is known are included, without observations. `codes`: only of
 * these laws.
 */
export function elementsOfLaws({ value, indicator, area }: Rows, codes?: Expression<string>) {
  const proven = eb
    .selectFrom(value.as('v'))
    .innerJoin(indicator.as('m'), 'm.code', 'v.indicator')
    .$if(codes !== undefined, (query) => query.where(sql<boolean>`v.indicator = ${codes}`))
    .select(['v.indicator', 'v.area', 'v.breakdown'])
    .select(
      sql`jsonb_agg(jsonb_build_object('year', v.year, 'value', ${exact('v.value')},
        'status', v.obs_status, 'missingReason', v.missing_reason, 'factDate', v.fact_date, 'provision', v.provision,
        'basis', v.basis, 'source', v.source) order by v.year)`.as('observations'),
    )
    .where('m.kind', '=', 'MILESTONE')
    .where(isPart('v', 'breakdown'))
    .groupBy(['v.indicator', 'v.area', 'v.breakdown']);
  const elements = sql<{
    value: StoredElement;
    ordinality: number;
  }>`jsonb_array_elements(i.elements)
    with ordinality`;
  return eb
    .selectFrom(indicator.as('i'))
    .innerJoin(area.as('a'), (on) => on.on(areaOfScope))
    .innerJoinLateral(elements.as('e'), (on) => on.onTrue())
    .leftJoin(proven.as('p'), (on) =>
      on.on(isThere('p')).on(sql<boolean>`p.breakdown = e.value ->> 'code'`),
    )
    .select(['i.code as indicator', 'a.code as area'])
    .select(
      sql<ElementFacts[]>`jsonb_agg(jsonb_build_object('code', e.value -> 'code',
        'counts', e.value -> 'counts', 'observations', coalesce(p.observations, '[]')) order by e.ordinality)`.as(
        'elements',
      ),
    )
    .where('i.kind', '=', 'MILESTONE')
    .$if(codes !== undefined, (query) => query.where(sql<boolean>`i.code = ${codes}`))
    .groupBy(['i.code', 'a.code']);
}

/**
 * The facts about every indicator with a direction in every area that it belongs to: `i`, `a` and its plan `t`. Numbers that rest on media reports
 * are shown but never assessed; an element of a law that is known only from the press counts, and is marked.
 */
export function judgedFacts(rows: Rows, isBaselineHidden = sql<boolean>`false`) {
  const series = eb
    .selectFrom(rows.value.as('v'))
    .leftJoin(rows.source.as('s'), 's.id', 'v.source')
    .select(['v.indicator', 'v.area'])
    .select(
      sql`jsonb_agg(jsonb_build_object('year', v.year, 'value', ${exact('v.value')}, 'units', ${exact('v.numerator')},
        'whole', ${exact('v.denominator')},
        'status', v.obs_status, 'missingReason', v.missing_reason) order by v.year)`.as(
        'observations',
      ),
    )
    .where(isTotal('v'))
    .where('s.kind', 'is distinct from', 'MEDIA')
    .groupBy(['v.indicator', 'v.area']);
  const breaks = eb
    .selectFrom(rows.series_break.as('b'))
    .select(['b.indicator', 'b.area', sql`jsonb_agg(b.year order by b.year)`.as('years')])
    .groupBy(['b.indicator', 'b.area']);
  const scored = eb
    .selectFrom(rows.action_indicator.as('l'))
    .where('l.indicator', '=', sql.ref<string>('i.code'))
    .where('l.role', '<>', 'CONTEXT');
  return eb
    .selectFrom(rows.indicator.as('i'))
    .innerJoin(rows.area.as('a'), (on) => on.on(areaOfScope))
    .leftJoin(rows.target.as('t'), (on) => on.on(isThere('t')))
    .leftJoin(elementsOfLaws(rows).as('e'), (on) => on.on(isThere('e')))
    .leftJoin(series.as('s'), (on) => on.on(isThere('s')))
    .leftJoin(breaks.as('b'), (on) => on.on(isThere('b')))
    .select(['i.code as indicator', 'a.code as area', 'i.kind', 'i.direction'])
    .select(exact<string | null>('i.min').as('min'))
    .select(
      sql<JudgedFacts['plan']>`case when t.indicator is not null then jsonb_build_object(
        'baselineYear', t.baseline_year, 'baselineValue', ${exact('t.baseline_value')}, 'path', t.path, 'points', t.points,
        'tolerance', ${exact('t.tolerance')}, 'baselineHidden', ${isBaselineHidden}) end`.as(
        'plan',
      ),
    )
    .select(sql<JudgedFacts['observations']>`coalesce(s.observations, '[]')`.as('observations'))
    .select(sql<JudgedFacts['elements']>`coalesce(e.elements, '[]')`.as('elements'))
    .select(sql<JudgedFacts['breaks']>`coalesce(b.years, '[]')`.as('breaks'))
    .select(sql<boolean>`not ${exists(scored)}`.as('contextOnly'))
    .where('i.direction', '<>', 'NONE');
}

/** Every action with its indicators. */
export const actionFacts = (rows: Rows) =>
  eb
    .selectFrom(rows.action.as('a'))
    .innerJoin(rows.action_indicator.as('l'), 'l.action', 'a.code')
    .innerJoin(rows.indicator.as('i'), 'i.code', 'l.indicator')
    .select(['a.code', 'a.scope'])
    .select(
      sql<ActionFacts['indicators']>`jsonb_agg(jsonb_build_object('code', i.code, 'scope', i.scope,
        'role', l.role, 'weight', ${exact('l.weight')}, 'direction', i.direction) order by l.position)`.as(
        'indicators',
      ),
    )
    .groupBy(['a.code', 'a.scope']);
