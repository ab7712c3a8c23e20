import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { Area } from '../countries/area.entity.ts';

/** A body that reports figures, or to which people belong. */
export const Organisation = defineEntity({
  name: 'Organisation',
  schema: 'work',
  tableName: 'organisation',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    area: () => reference(Area).nullable(),
    names: p.json<Texts>(),
    version: p.integer().default(1),
    mailbox: p.text().nullable(),
  },
  uniques: [{ name: 'organisation_code_key', properties: ['code'] }],
});
export type Organisation = InferEntity<typeof Organisation>;
