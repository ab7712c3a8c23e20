import { defineEntity, p } from '@mikro-orm/core';
import type { Direction, IndicatorKind, IndicatorRole } from '@qadam/domain';
import { ExactColumn } from '../../database/exact-column.ts';
import { plainColumns } from '../../database/plain-columns.ts';
import type { ActionKind, Scope, SourceKind, ValueType } from '../../graphql/enums.ts';
import type { StoredElement } from '../../graphql/law-element.type.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { changing, lifetime, released } from './lifetime.ts';

/** An action as it is in a release. */
export const PublishedAction = defineEntity({
  ...released('PublishedAction', 'action', ['code']),
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
});

/** An indicator in an action, with its role and its weight in the action's level. */
export const PublishedActionIndicator = defineEntity({
  ...released('PublishedActionIndicator', 'action_indicator', ['action', 'indicator']),
  properties: {
    action: p.text().primary(),
    indicator: p.text().primary(),
    role: p.text().$type<IndicatorRole>(),
    weight: p.type(ExactColumn),
    position: p.integer(),
    ...lifetime,
  },
  indexes: changing('action_indicator'),
});

/** A country, or the group of them all. */
export const PublishedArea = defineEntity({
  ...released('PublishedArea', 'area', ['code']),
  properties: {
    code: p.text().primary(),
    kind: p.text(),
    iso2: p.text().nullable(),
    m49: p.text().nullable(),
    names: p.json<Texts>(),
    position: p.integer(),
    ...lifetime,
  },
});

/** Records that an indicator was asked of an area in a year. */
export const PublishedAssignment = defineEntity({
  ...released('PublishedAssignment', 'assignment', ['cycle', 'area', 'indicator']),
  properties: {
    cycle: p.integer().primary(),
    area: p.text().primary(),
    indicator: p.text().primary(),
    ...lifetime,
  },
});

/** A standard that values are compared with. */
export const PublishedBenchmark = defineEntity({
  ...released('PublishedBenchmark', 'benchmark', ['id']),
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
});

/** A body that reported a value. */
export const PublishedBody = defineEntity({
  ...released('PublishedBody', 'body', ['code']),
  properties: {
    code: p.text().primary(),
    area: p.text().nullable(),
    names: p.json<Texts>(),
    ...lifetime,
  },
});

/** The mailbox of a body for questions on its figures. */
export const PublishedContact = defineEntity({
  ...released('PublishedContact', 'contact', ['area', 'body']),
  properties: {
    area: p.text().primary(),
    body: p.text().primary(),
    names: p.json<Texts>(),
    mailbox: p.text(),
    ...lifetime,
  },
});

/** A reporting year and its last day. */
export const PublishedCycle = defineEntity({
  ...released('PublishedCycle', 'cycle', ['year']),
  properties: {
    year: p.integer().primary(),
    dueOn: p.date(),
    ...lifetime,
  },
});

/** Where to find help in a country, in one language. */
export const PublishedHelpLine = defineEntity({
  ...released('PublishedHelpLine', 'help_line', ['area', 'lang']),
  properties: {
    area: p.text().primary(),
    lang: p.text().primary(),
    text: p.text(),
    ...lifetime,
  },
});

/** An indicator with its metadata sheet. Thresholds and links between counts are not published. */
export const PublishedIndicator = defineEntity({
  ...released('PublishedIndicator', 'indicator', ['code']),
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
  indexes: changing('indicator'),
});

/** A publication that a released row cites, with its licence. */
export const PublishedSource = defineEntity({
  ...released('PublishedSource', 'source', ['id']),
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
});
