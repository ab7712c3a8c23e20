import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../../database/reference.ts';
import { UserAccount } from '../user-account.entity.ts';

/** A person's app that shows six digits, which change every half minute. */
export const Authenticator = defineEntity({
  name: 'Authenticator',
  schema: 'work',
  tableName: 'authenticator',
  properties: {
    userAccount: () => reference(UserAccount).primary(),
    /** Sealed with a key of the installation (config/seal.ts). */
    sealedSecret: p.text().hidden(),
    /** The half minute of the last accepted code: neither this code nor an earlier one is accepted again. */
    lastStep: p.integer(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
export type Authenticator = InferEntity<typeof Authenticator>;

/** A key that a person's device or password manager keeps. */
export const Passkey = defineEntity({
  name: 'Passkey',
  schema: 'work',
  tableName: 'passkey',
  properties: {
    id: p.uuid().primary(),
    userAccount: () => reference(UserAccount),
    credential: p.text(),
    publicKey: p.text(),
    /** How many signatures the device has counted; 0 if it does not count. */
    counter: p.bigint('number'),
    transports: p.json<string[]>(),
    name: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
    lastUsedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'passkey_credential_key', properties: ['credential'] }],
  indexes: [{ name: 'passkey_by_user', properties: ['userAccount'] }],
});
export type Passkey = InferEntity<typeof Passkey>;

/** A challenge for a passkey to sign once. */
export const PasskeyChallenge = defineEntity({
  name: 'PasskeyChallenge',
  schema: 'work',
  tableName: 'passkey_challenge',
  properties: {
    challenge: p.text().primary(),
    userAccount: () => reference(UserAccount),
    purpose: p.enum(['ADD', 'SHOW'] as const),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
export type PasskeyChallenge = InferEntity<typeof PasskeyChallenge>;

/** A code that replaces a lost factor once. It is deleted when it is used. */
export const RecoveryCode = defineEntity({
  name: 'RecoveryCode',
  schema: 'work',
  tableName: 'recovery_code',
  properties: {
    userAccount: () => reference(UserAccount).primary(),
    codeHash: p.text().primary(),
  },
});
export type RecoveryCode = InferEntity<typeof RecoveryCode>;

/** A sign-in with the right password whose second factor is still to come. It is no session: it allows nothing but that step. */
export const UnfinishedSignIn = defineEntity({
  name: 'UnfinishedSignIn',
  schema: 'work',
  tableName: 'unfinished_sign_in',
  properties: {
    tokenHash: p.text().primary(),
    userAccount: () => reference(UserAccount),
    /** The provider's identity of the person, to be linked with the account when the sign-in is finished. */
    issuer: p.text().nullable(),
    subject: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [{ name: 'unfinished_sign_in_by_user', properties: ['userAccount'] }],
});
export type UnfinishedSignIn = InferEntity<typeof UnfinishedSignIn>;
