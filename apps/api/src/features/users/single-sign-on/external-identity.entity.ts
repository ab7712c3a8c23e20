import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../../database/reference.ts';
import { UserAccount } from '../user-account.entity.ts';

/** The identity that a sign-on provider has for the person of an account. */
export const ExternalIdentity = defineEntity({
  name: 'ExternalIdentity',
  schema: 'work',
  tableName: 'external_identity',
  properties: {
    issuer: p.text().primary(),
    subject: p.text().primary(),
    userAccount: () => reference(UserAccount),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'external_identity_of_account', properties: ['issuer', 'userAccount'] }],
});
export type ExternalIdentity = InferEntity<typeof ExternalIdentity>;
