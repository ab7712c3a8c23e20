import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { ACCOUNT_ACTS } from '@qadam/domain';
import { reference } from '../../database/reference.ts';
import { UserAccount } from './user-account.entity.ts';

/** What one person did to an account, and the second person that confirmed it. */
export const AccountConfirmation = defineEntity({
  name: 'AccountConfirmation',
  schema: 'work',
  tableName: 'account_confirmation',
  properties: {
    id: p.uuid().primary().defaultRaw(`gen_random_uuid()`),
    userAccount: () => reference(UserAccount),
    act: p.enum(ACCOUNT_ACTS),
    askedBy: () => reference(UserAccount),
    askedAt: p.datetime().defaultRaw('now()'),
    confirmedBy: () => reference(UserAccount).nullable(),
    confirmedAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'account_confirmation_by_user', properties: ['userAccount'] }],
  checks: [
    {
      name: 'account_confirmation_check',
      expression: '((confirmed_by IS NULL) OR (confirmed_at IS NOT NULL))',
    },
    {
      name: 'account_confirmation_check1',
      expression: '((confirmed_by <> asked_by) AND (confirmed_by <> user_account))',
    },
  ],
});
export type AccountConfirmation = InferEntity<typeof AccountConfirmation>;

/** A link by which the new address of an account is confirmed. */
export const EmailChange = defineEntity({
  name: 'EmailChange',
  schema: 'work',
  tableName: 'email_change',
  properties: {
    id: p.uuid().primary(),
    userAccount: () => reference(UserAccount),
    email: p.text(),
    tokenHash: p.text(),
    createdBy: () => reference(UserAccount),
    createdAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
  uniques: [
    { name: 'email_change_token_hash_key', properties: ['tokenHash'] },
    { name: 'email_change_open', properties: ['userAccount'], where: { endedAt: null } },
  ],
  checks: [{ name: 'email_change_email_check', expression: '(email = lower(email))' }],
});
export type EmailChange = InferEntity<typeof EmailChange>;

/** A link by which a person sets the password of their account. */
export const Invitation = defineEntity({
  name: 'Invitation',
  schema: 'work',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    userAccount: () => reference(UserAccount),
    tokenHash: p.text(),
    createdBy: () => reference(UserAccount),
    createdAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
  uniques: [
    { name: 'invitation_token_hash_key', properties: ['tokenHash'] },
    { name: 'invitation_open', properties: ['userAccount'], where: { endedAt: null } },
  ],
});
export type Invitation = InferEntity<typeof Invitation>;
