import { PLAIN_FIELD_NAMES, SINCE_YEAR } from '@qadam/domain';
import { type Expression, expressionBuilder, type NotNull, type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { elementsOfLaws } from '../../assessments/facts.ts';
import { propertiesOf } from '../../database/entity-rows.ts';
import { by, exact, isTotal } from '../../database/expressions.ts';
import type { PublicTables } from '../../database/tables.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { PublishedIndicator } from './published-framework.entity.ts';
import { releasedActionsOf, type ReleasedActionRow } from './compared.ts';
import { type At, type EVER, releasedRows, type Row, rowsAsOf } from './rows-as-of.ts';
import { origins } from './tally.ts';

// What pages are made of: each is a query of the rows `t` that belong to a release. A page reads all of its own in one statement.

const eb = expressionBuilder<PublicTables>();

export const areas = (at: At | typeof EVER) =>
  eb
    .selectFrom(rowsAsOf('area', at).as('t'))
    .select(['t.code', 't.kind', 't.iso2', 't.names'])
    .orderBy('t.position');
export type AreaRow = Row<typeof areas>;

export const actions = (at: At | typeof EVER) =>
  eb
    .selectFrom(rowsAsOf('action', at).as('t'))
    .select(['t.code', 't.kind', 't.scope', 't.title', 't.quote', 't.reading'])
    .orderBy('t.position');
export type ActionRow = Row<typeof actions>;

export const links = (at: At | typeof EVER) =>
  eb
    .selectFrom(rowsAsOf('action_indicator', at).as('t'))
    .select(['t.action', 't.indicator', 't.role', exact('t.weight').as('weight')])
    .$call(by('t.action', 't.position'));
export type LinkRow = Row<typeof links>;

/** The indicators of an action. */
export const linkedTo = (at: At, action: string) =>
  eb
    .selectFrom(rowsAsOf('action_indicator', at).as('l'))
    .select('l.indicator')
    .where('l.action', '=', action);

export const indicators = (at: At | typeof EVER) =>
  eb
    .selectFrom(rowsAsOf('indicator', at).as('t'))
    .select(['t.code', 't.kind', 't.scope', 't.direction', 't.decimals', 't.unit'])
    .select(['t.unit_text as unitText', 't.name', 't.stages', 't.elements'])
    .orderBy('t.position');
/** The plain fields of an indicator `t`. */
export const plainFields = propertiesOf(PublishedIndicator, 't', PLAIN_FIELD_NAMES);
export type IndicatorRowOf = Row<typeof indicators>;

/** With the texts that are shown where the indicator belongs to an action. */
export const describedIndicators = (at: At | typeof EVER) =>
  indicators(at)
    .select('t.definition')
    .select(
      sql<Texts | null>`(select jsonb_object_agg(s.key, s.value ->> 'provider')
        from jsonb_each(t.sheet) s where s.value ->> 'provider' <> '')`.as('provider'),
    );
export type DescribedIndicator = Row<typeof describedIndicators>;

/** How far actions and indicators are; for numbers also the pace. */
export const levels = (at: At) =>
  eb
    .selectFrom(rowsAsOf('assessment', at).as('t'))
    .select(['t.kind', 't.subject', 't.area', 't.word', 't.known', 't.total', 't.movement'])
    .select([exact('t.low').as('low'), exact('t.high').as('high')])
    .select((['level', 'points', 'progress', 'pace'] as const).map((name) => orNone(name)))
    .select(['t.status', 't.latest_year as latestYear']);

/** With the details from which level and pace were computed. */
export const assessments = (at: At) =>
  levels(at).select(['t.detail', exact<string | null>('t.latest_value').as('latestValue')]);
export type AssessmentRowOf = Row<typeof assessments>;

/** A figure as exact text, or null. */
export function orNone<Name extends string>(name: Name, alias = 't') {
  return exact<string | null>(`${alias}.${name}`).as<Name>(name);
}

/** The totals of indicators, oldest first. */
export const points = (at: At) =>
  eb
    .selectFrom(rowsAsOf('value', at).as('t'))
    .select(['t.indicator', 't.area', 't.year', orNone('value'), 't.obs_status as status'])
    .select(['t.missing_reason as missingReason', 't.source', 't.body'])
    .select('t.source_text as sourceText')
    .where(isTotal('t'))
    .$call(by('t.indicator', 't.area', 't.year'));
export type StoredPoint = Row<typeof points>;

/**
 * The totals by indicator and area: a list for each column, oldest first. One row for each figure would be three times as large, because it repeats
 * column names and codes.
 */
export const seriesOf = (at: At, isAsked: RawBuilder<boolean>) =>
  eb
    .selectFrom(points(at).where(isAsked).as('p'))
    .select(['p.indicator', 'p.area'])
    .select(({ fn }) => [
      fn.agg<number[]>('array_agg', ['p.year']).as('years'),
      fn.agg<(string | null)[]>('array_agg', ['p.value']).as('values'),
      fn.agg<StoredPoint['status'][]>('array_agg', ['p.status']).as('statuses'),
      fn.agg<StoredPoint['missingReason'][]>('array_agg', ['p.missingReason']).as('missingReasons'),
      fn.agg<(string | null)[]>('array_agg', ['p.source']).as('sources'),
      fn.agg<(string | null)[]>('array_agg', ['p.body']).as('bodies'),
      fn.agg<(string | null)[]>('array_agg', ['p.sourceText']).as('sourceTexts'),
    ])
    .groupBy(['p.indicator', 'p.area']);
export type SeriesRow = Row<typeof seriesOf>;
/** One figure of a series. */
export type SeriesPoint = Pick<StoredPoint, 'year' | 'value' | 'status' | 'missingReason'>;

export interface PointRow extends StoredPoint {
  licence: string | null;
  /** False if it rests on media reports: such a figure is shown but never assessed. */
  assessable: boolean;
}

export const sources = (at: At | typeof EVER) =>
  eb
    .selectFrom(rowsAsOf('source', at).as('t'))
    .select(['t.id', 't.title', 't.publisher', 't.year', 't.url', 't.licence', 't.kind'])
    .orderBy('t.id');

export type SourceRow = Row<typeof sources>;

/** The sources that values of some indicators or areas name. */
export const sourcesOfValues = (at: At, isAsked: RawBuilder<boolean>) =>
  origins(at)
    .select('o.source as id')
    .where('o.source', 'is not', null)
    .where(isAsked)
    .distinct()
    .$narrowType<{ id: NotNull }>();

export const events = (at: At) =>
  eb
    .selectFrom(rowsAsOf('event', at).as('t'))
    .select(['t.id', 't.action', 't.indicator', 't.area', 't.date', 't.year'])
    .select(['t.yes_no as yesNo', 't.proves', 't.text', 't.source'])
    .$call(by('t.date', 't.id'));
export type EventRow = Row<typeof events>;

export const targetPoints = (at: At) =>
  eb
    .selectFrom(rowsAsOf('target', at).as('t'))
    .select([...(['t.indicator', 't.area', 't.points', 't.reference'] as const)]);
export type TargetPointRow = Row<typeof targetPoints>;

export const breaks = (at: At) =>
  eb
    .selectFrom(rowsAsOf('series_break', at).as('t'))
    .select(['t.indicator', 't.area', 't.year', 't.kind', 't.note', 't.source'])
    .orderBy('t.year');

/** The reported elements of laws, by area; `codes`: only of these laws. */
export const laws = (at: At, codes?: Expression<string>) =>
  eb
    .selectFrom(elementsOfLaws(releasedRows(at), codes).as('t'))
    .select(['t.indicator', 't.area', 't.elements']);
export type LawRow = Row<typeof laws>;

/** Documents of values, one row for each document, indicator, area and year; the newest year first. */
export const documents = (at: At) =>
  eb
    .selectFrom(rowsAsOf('value_document', at).as('t'))
    .innerJoin(rowsAsOf('document', at).as('d'), 'd.id', 't.document')
    .select(['d.id', 'd.kind', 'd.title', 'd.media_type as mediaType', 'd.size', 'd.lang', 'd.url'])
    .select(['t.indicator', 't.area', 't.year'])
    .distinct()
    .orderBy('t.year', 'desc')
    .$call(by('t.area', 't.indicator', 'd.title', 'd.id'));

/** The year of the meeting, or that of the earliest baseline if it is earlier. */
export const firstYear = (at: At) =>
  eb
    .selectFrom(rowsAsOf('target', at).as('t'))
    .select(sql<number>`least(min(t.baseline_year), ${sql.lit(SINCE_YEAR)})`.as('year'))
    .$asScalar()
    .$notNull();

/** Actions with the indicators that make their level; `x` is the assessment of the action. */
export const actionParts = (at: At) => releasedActionsOf(releasedRows(at));

/** The actions as the previous release had them. */
export interface Before {
  methodVersion: string;
  actions: ReleasedActionRow[];
}

/** `at`: sequence of the previous release; null for the first. `parts`: the actions that are needed. */
export const before = (at: Expression<number>, parts = actionParts(at)) =>
  jsonObjectFrom(
    eb
      .selectFrom('publication.release as r')
      .select(['r.method_version as methodVersion', jsonArrayFrom(parts).as('actions')])
      .where('r.sequence', '=', at),
  );
