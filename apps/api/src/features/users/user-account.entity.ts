import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { ROLES } from '@qadam/domain';
import { languages } from '@qadam/i18n';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';

/** A person that can sign in. */
export const UserAccount = defineEntity({
  name: 'UserAccount',
  schema: 'work',
  tableName: 'user_account',
  properties: {
    id: p.uuid().primary(),
    email: p.text(),
    name: p.text(),
    role: p.enum(ROLES),
    area: () => reference(Area).nullable(),
    /** The areas an officer is limited to; null: no limit. */
    areas: p.array().$type<string[]>().nullable(),
    organisation: () => reference(Organisation).nullable(),
    /** null: invited, no password set yet. */
    passwordHash: p.text().nullable().hidden(),
    createdAt: p.datetime().defaultRaw('now()'),
    disabledAt: p.datetime().nullable(),
    version: p.integer().default(1),
    lastSignedInAt: p.datetime().nullable(),
    /** The language of mails to the person. */
    language: p.enum(languages).default('ru'),
    /** Part of the address of the person's deadline calendar; a new value makes the old address invalid. */
    calendar: p.uuid().nullable(),
    /** Since when a pseudonym has replaced the name. */
    erasedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'user_account_email_key', properties: ['email'] }],
  checks: [
    {
      name: 'erased_accounts_are_shut',
      expression:
        '((erased_at IS NULL) OR ((disabled_at IS NOT NULL) AND (password_hash IS NULL)))',
    },
    {
      name: 'officers_are_limited',
      expression: "((areas IS NULL) OR ((role = 'OFFICER'::text) AND (cardinality(areas) > 0)))",
    },
    { name: 'user_account_check', expression: "((role = 'REPORTER'::text) = (area IS NOT NULL))" },
    { name: 'user_account_email_check', expression: '(email = lower(email))' },
  ],
});
export type UserAccount = InferEntity<typeof UserAccount>;
