import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Role } from '@qadam/domain';

export const UserAccountSchema = defineEntity({
  name: 'UserAccount',
  tableName: 'user_account',
  schema: 'work',
  properties: {
    id: p.uuid().primary(),
    email: p.string(),
    name: p.string(),
    role: p.string().$type<Role>(),
    area: p.string().nullable(),
    organisation: p.uuid().nullable(),
    /** null: invited, no password set yet. */
    passwordHash: p.string().nullable().hidden(),
    createdAt: p.datetime().onCreate(() => new Date()),
    disabledAt: p.datetime().nullable(),
  },
});

export type UserAccount = InferEntity<typeof UserAccountSchema>;
