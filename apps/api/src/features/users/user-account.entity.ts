import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';

export const UserAccount = defineEntity({
  name: 'UserAccount',
  schema: 'work',
  tableName: 'user_account',
  properties: {
    id: p.uuid().primary(),
    email: p.text(),
    name: p.text(),
    role: p.enum(['DONOR', 'REPORTER', 'OFFICER', 'ADMIN', 'AUDITOR'] as const),
    area: () => reference(Area).nullable(),
    organisation: () => reference(Organisation).nullable(),
    passwordHash: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    disabledAt: p.datetime().nullable(),
    version: p.integer().default(1),
    lastSignedInAt: p.datetime().nullable(),
    language: p.enum(['en', 'ru', 'kk', 'ky', 'tg', 'uz'] as const).default('ru'),
    erasedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'user_account_email_key', properties: ['email'] }],
  checks: [
    {
      name: 'erased_accounts_are_shut',
      expression:
        '((erased_at IS NULL) OR ((disabled_at IS NOT NULL) AND (password_hash IS NULL)))',
    },
    { name: 'user_account_check', expression: "((role = 'REPORTER'::text) = (area IS NOT NULL))" },
    { name: 'user_account_email_check', expression: '(email = lower(email))' },
  ],
});
export type UserAccount = InferEntity<typeof UserAccount>;
