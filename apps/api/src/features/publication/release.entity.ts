import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { CellHit } from '@qadam/domain';
import { reference } from '../../database/reference.ts';
import type { Texts } from '../../graphql/local-text.type.ts';

/** The rule hits of a value. */
export interface ValueHits {
  area: string;
  indicator: string;
  year: number;
  hits: CellHit[];
}

/** What was published at one time. Frozen, except for cells that are withdrawn for safety. */
export const Release = defineEntity({
  name: 'Release',
  schema: 'publication',
  tableName: 'release',
  properties: {
    sequence: p.integer().primary().autoincrement(false),
    number: p.text(),
    asOfYear: p.integer(),
    publishedAt: p.datetime().defaultRaw('now()'),
    note: p.json<Texts>(),
    annual: p.boolean(),
    methodVersion: p.text(),
    contentHash: p.text(),
    auditHead: p.text(),
  },
  uniques: [{ name: 'release_number_key', properties: ['number'] }],
  checks: [{ name: 'release_number_check', expression: "(number ~ '^[0-9]{4}\\.[0-9]+$'::text)" }],
});
export type Release = InferEntity<typeof Release>;

/** The rule hits of the totals of a release in a country. */
export const PublishedRuleHits = defineEntity({
  name: 'PublishedRuleHits',
  schema: 'publication',
  tableName: 'rule_hits',
  properties: {
    release: () => reference(Release, { deferMode: 'deferred' }).primary(),
    area: p.text().primary(),
    hits: p.json<ValueHits[]>(),
  },
});
