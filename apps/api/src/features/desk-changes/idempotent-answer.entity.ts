import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { UserAccount } from '../users/user-account.entity.ts';

export const IdempotentAnswer = defineEntity({
  name: 'IdempotentAnswer',
  schema: 'work',
  tableName: 'idempotent_answer',
  properties: {
    userAccount: () => reference(UserAccount).primary(),
    key: p.text().primary(),
    requestHash: p.text(),
    answer: p.json<unknown>(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
export type IdempotentAnswer = InferEntity<typeof IdempotentAnswer>;
