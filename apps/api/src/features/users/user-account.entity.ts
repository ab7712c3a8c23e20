import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Role } from '@qadam/domain';
import type { Language } from '@qadam/i18n';

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
    language: p.string().$type<Language>().default('ru'),
    createdAt: p.datetime().onCreate(() => new Date()),
    disabledAt: p.datetime().nullable(),
  },
});

export type UserAccount = InferEntity<typeof UserAccountSchema>;
