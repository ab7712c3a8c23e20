import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { languages } from '@qadam/i18n';

/** A person without an account, by address, who asked for news of releases. */
export const Subscriber = defineEntity({
  name: 'Subscriber',
  schema: 'work',
  tableName: 'subscriber',
  properties: {
    id: p.uuid().primary(),
    email: p.text(),
    language: p.enum(languages),
    kind: p.enum(['EVERYTHING', 'COUNTRY', 'ACTION'] as const),
    code: p.text().nullable(),
    askedAt: p.datetime(),
    confirmedAt: p.datetime().nullable(),
    release: p.text().nullable(),
  },
  uniques: [
    { name: 'subscriber_asked', properties: ['email'], where: { confirmedAt: null } },
    { name: 'subscriber_confirmed', properties: ['email'], where: { confirmedAt: { $ne: null } } },
  ],
  checks: [
    { name: 'subscriber_check', expression: "((kind = 'EVERYTHING'::text) = (code IS NULL))" },
  ],
});
export type Subscriber = InferEntity<typeof Subscriber>;
