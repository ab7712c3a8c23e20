import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { SOURCE_KINDS } from '@qadam/domain';

/** A publication that values, events and targets are cited from, with its licence. */
export const Source = defineEntity({
  name: 'Source',
  schema: 'work',
  tableName: 'source',
  properties: {
    id: p.text().primary(),
    title: p.text(),
    publisher: p.text(),
    year: p.integer().nullable(),
    url: p.text().nullable(),
    licence: p.text(),
    kind: p.enum(SOURCE_KINDS),
  },
});
export type Source = InferEntity<typeof Source>;
