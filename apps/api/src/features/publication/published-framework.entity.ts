import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Direction, IndicatorKind, IndicatorRole } from '@qadam/domain';
import { ExactColumn } from '../../database/exact-column.ts';
import { plainColumns } from '../../database/plain-columns.ts';
import type { ActionKind, Scope, SourceKind, ValueType } from '../../graphql/enums.ts';
import type { StoredElement } from '../../graphql/law-element.type.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { endsLater, lifetime, STANDING } from './lifetime.ts';

/** An action as a release says it. */
export const PublishedAction = defineEntity({
  name: 'PublishedAction',
  schema: 'publication',
  tableName: 'action',
  properties: {
    code: p.text().primary(),
    kind: p.text().$type<ActionKind>(),
    scope: p.text().$type<Scope>(),
    title: p.json<Texts>(),
    quote: p.json<Texts>().nullable(),
    reading: p.json<Texts>(),
    position: p.integer(),
    ...lifetime,
  },
  uniques: [{ name: 'action_standing', properties: ['code'], where: STANDING }],
  checks: [endsLater('action_check')],
});
export type PublishedAction = InferEntity<typeof PublishedAction>;

/** An indicator in an action, with its part in how far the action is. */
export const PublishedActionIndicator = defineEntity({
  name: 'PublishedActionIndicator',
  schema: 'publication',
  tableName: 'action_indicator',
  properties: {
    action: p.text().primary(),
    indicator: p.text().primary(),
    role: p.text().$type<IndicatorRole>(),
    weight: p.type(ExactColumn),
    position: p.integer(),
    ...lifetime,
  },
  uniques: [
    { name: 'action_indicator_standing', properties: ['action', 'indicator'], where: STANDING },
  ],
  checks: [endsLater('action_indicator_check')],
});
export type PublishedActionIndicator = InferEntity<typeof PublishedActionIndicator>;

/** A country, or the group of them all. */
export const PublishedArea = defineEntity({
  name: 'PublishedArea',
  schema: 'publication',
  tableName: 'area',
  properties: {
    code: p.text().primary(),
    kind: p.text(),
    iso2: p.text().nullable(),
    m49: p.text().nullable(),
    names: p.json<Texts>(),
    position: p.integer(),
    ...lifetime,
  },
  uniques: [{ name: 'area_standing', properties: ['code'], where: STANDING }],
  checks: [endsLater('area_check')],
});
export type PublishedArea = InferEntity<typeof PublishedArea>;

/** That an indicator was asked of an area in a year. */
export const PublishedAssignment = defineEntity({
  name: 'PublishedAssignment',
  schema: 'publication',
  tableName: 'assignment',
  properties: {
    cycle: p.integer().primary(),
    area: p.text().primary(),
    indicator: p.text().primary(),
    ...lifetime,
  },
  uniques: [
    { name: 'assignment_standing', properties: ['cycle', 'area', 'indicator'], where: STANDING },
  ],
  checks: [endsLater('assignment_check')],
});
export type PublishedAssignment = InferEntity<typeof PublishedAssignment>;

/** A standard that values are held against. */
export const PublishedBenchmark = defineEntity({
  name: 'PublishedBenchmark',
  schema: 'publication',
  tableName: 'benchmark',
  properties: {
    id: p.text().primary(),
    indicator: p.text(),
    value: p.type(ExactColumn),
    per: p.type(ExactColumn).nullable(),
    kind: p.text(),
    sense: p.text(),
    label: p.json<Texts>(),
    citation: p.json<Texts>(),
    url: p.text().nullable(),
    source: p.text().nullable(),
    ...lifetime,
  },
  uniques: [{ name: 'benchmark_standing', properties: ['id'], where: STANDING }],
  checks: [endsLater('benchmark_check')],
});
export type PublishedBenchmark = InferEntity<typeof PublishedBenchmark>;

/** A body that reported a value. */
export const PublishedBody = defineEntity({
  name: 'PublishedBody',
  schema: 'publication',
  tableName: 'body',
  properties: {
    code: p.text().primary(),
    area: p.text().nullable(),
    names: p.json<Texts>(),
    ...lifetime,
  },
  uniques: [{ name: 'body_standing', properties: ['code'], where: STANDING }],
  checks: [endsLater('body_check')],
});
export type PublishedBody = InferEntity<typeof PublishedBody>;

/** The mailbox of a body for questions on its figures. */
export const PublishedContact = defineEntity({
  name: 'PublishedContact',
  schema: 'publication',
  tableName: 'contact',
  properties: {
    area: p.text().primary(),
    body: p.text().primary(),
    names: p.json<Texts>(),
    mailbox: p.text(),
    ...lifetime,
  },
  uniques: [{ name: 'contact_standing', properties: ['area', 'body'], where: STANDING }],
  checks: [endsLater('contact_check')],
});
export type PublishedContact = InferEntity<typeof PublishedContact>;

/** A reporting year and its last day. */
export const PublishedCycle = defineEntity({
  name: 'PublishedCycle',
  schema: 'publication',
  tableName: 'cycle',
  properties: {
    year: p.integer().primary(),
    dueOn: p.date(),
    ...lifetime,
  },
  uniques: [{ name: 'cycle_standing', properties: ['year'], where: STANDING }],
  checks: [endsLater('cycle_check')],
});
export type PublishedCycle = InferEntity<typeof PublishedCycle>;

/** Where help is found in a country, in one language. */
export const PublishedHelpLine = defineEntity({
  name: 'PublishedHelpLine',
  schema: 'publication',
  tableName: 'help_line',
  properties: {
    area: p.text().primary(),
    lang: p.text().primary(),
    text: p.text(),
    ...lifetime,
  },
  uniques: [{ name: 'help_line_standing', properties: ['area', 'lang'], where: STANDING }],
  checks: [endsLater('help_line_check')],
});
export type PublishedHelpLine = InferEntity<typeof PublishedHelpLine>;

/** An indicator with its metadata sheet. Thresholds and links of counts stay inside. */
export const PublishedIndicator = defineEntity({
  name: 'PublishedIndicator',
  schema: 'publication',
  tableName: 'indicator',
  properties: {
    code: p.text().primary(),
    kind: p.text().$type<IndicatorKind>(),
    scope: p.text().$type<Scope>(),
    unit: p.text(),
    unitText: p.json<Texts>(),
    multiplier: p.type(ExactColumn),
    decimals: p.integer(),
    direction: p.text().$type<Direction>(),
    valueType: p.text().$type<ValueType>(),
    regionalMethod: p.text(),
    sensitive: p.boolean(),
    min: p.type(ExactColumn).nullable(),
    max: p.type(ExactColumn).nullable(),
    breakdowns: p.array().$type<string[]>(),
    ...plainColumns,
    name: p.json<Texts>(),
    definition: p.json<Texts>(),
    stages: p.json<Record<string, string[]>>().nullable(),
    elements: p.json<StoredElement[]>().defaultRaw(`'[]'::jsonb`),
    sheet: p.json<Record<string, Record<string, string>>>(),
    position: p.integer(),
    ...lifetime,
  },
  uniques: [{ name: 'indicator_standing', properties: ['code'], where: STANDING }],
  checks: [endsLater('indicator_check')],
});
export type PublishedIndicator = InferEntity<typeof PublishedIndicator>;

/** A publication that a released row cites, with its licence. */
export const PublishedSource = defineEntity({
  name: 'PublishedSource',
  schema: 'publication',
  tableName: 'source',
  properties: {
    id: p.text().primary(),
    title: p.text(),
    publisher: p.text(),
    year: p.integer().nullable(),
    url: p.text().nullable(),
    licence: p.text(),
    kind: p.text().$type<SourceKind>(),
    ...lifetime,
  },
  uniques: [{ name: 'source_standing', properties: ['id'], where: STANDING }],
  checks: [endsLater('source_check')],
});
export type PublishedSource = InferEntity<typeof PublishedSource>;
