import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Direction, IndicatorKind, IndicatorRole } from '@qadam/domain';
import { ExactColumn } from '../../database/exact-column.ts';
import type { Scope } from '../../graphql/enums.ts';
import type { StoredElement } from '../../graphql/law-element.type.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { endsLater, lifetime, STANDING } from './lifetime.ts';

export const PublishedAction = defineEntity({
  name: 'PublishedAction',
  schema: 'publication',
  tableName: 'action',
  properties: {
    code: p.text().primary(),
    kind: p.text(),
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

export const PublishedActionIndicator = defineEntity({
  name: 'PublishedActionIndicator',
  schema: 'publication',
  tableName: 'action_indicator',
  properties: {
    action: p.text().primary(),
    indicator: p.text().primary(),
    role: p.text().$type<IndicatorRole>(),
    weight: p.type(ExactColumn).$type<string>(),
    position: p.integer(),
    ...lifetime,
  },
  uniques: [
    { name: 'action_indicator_standing', properties: ['action', 'indicator'], where: STANDING },
  ],
  checks: [endsLater('action_indicator_check')],
});
export type PublishedActionIndicator = InferEntity<typeof PublishedActionIndicator>;

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

export const PublishedBenchmark = defineEntity({
  name: 'PublishedBenchmark',
  schema: 'publication',
  tableName: 'benchmark',
  properties: {
    id: p.text().primary(),
    indicator: p.text(),
    value: p.type(ExactColumn).$type<string>(),
    per: p.type(ExactColumn).$type<string>().nullable(),
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
    multiplier: p.type(ExactColumn).$type<string>(),
    decimals: p.integer(),
    direction: p.text().$type<Direction>(),
    valueType: p.text(),
    regionalMethod: p.text(),
    sensitive: p.boolean(),
    min: p.type(ExactColumn).$type<string>().nullable(),
    max: p.type(ExactColumn).$type<string>().nullable(),
    breakdowns: p.array().$type<string[]>(),
    sdgCode: p.text().nullable(),
    name: p.json<Texts>(),
    definition: p.json<Texts>(),
    stages: p.json<unknown>().nullable(),
    elements: p.json<readonly StoredElement[]>().defaultRaw(`'[]'::jsonb`),
    sheet: p.json<unknown>(),
    position: p.integer(),
    ...lifetime,
  },
  uniques: [{ name: 'indicator_standing', properties: ['code'], where: STANDING }],
  checks: [endsLater('indicator_check')],
});
export type PublishedIndicator = InferEntity<typeof PublishedIndicator>;

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
    kind: p.text(),
    ...lifetime,
  },
  uniques: [{ name: 'source_standing', properties: ['id'], where: STANDING }],
  checks: [endsLater('source_check')],
});
export type PublishedSource = InferEntity<typeof PublishedSource>;
