import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** The answer to a request, kept for when it is sent again. */
export const IdempotentAnswer = defineEntity({
  name: 'IdempotentAnswer',
  schema: 'work',
  tableName: 'idempotent_answer',
  properties: {
    userAccount: () => reference(UserAccount).primary(),
    key: p.text().primary(),
    requestHash: p.text(),
    answer: p.json<{ of: unknown }>(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
export type IdempotentAnswer = InferEntity<typeof IdempotentAnswer>;
