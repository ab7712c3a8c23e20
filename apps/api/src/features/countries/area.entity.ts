import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import type { Texts } from '../../graphql/local-text.type.ts';

/** A country of the framework, or the group of all four. */
export const Area = defineEntity({
  name: 'Area',
  schema: 'work',
  tableName: 'area',
  properties: {
    code: p.text().primary(),
    kind: p.enum(['COUNTRY', 'GROUP'] as const),
    iso2: p.text().nullable(),
    m49: p.text().nullable(),
    timeZone: p.text(),
    names: p.json<Texts>(),
    position: p.integer(),
    /** Must a second person of the area sign its submissions? */
    secondSignature: p.boolean().default(false),
  },
});
export type Area = InferEntity<typeof Area>;

/** A first-level subdivision of a country. */
export const Region = defineEntity({
  name: 'Region',
  schema: 'work',
  tableName: 'region',
  properties: {
    code: p.text().primary(),
    area: () => reference(Area),
    names: p.json<Texts>(),
    position: p.integer(),
  },
});
