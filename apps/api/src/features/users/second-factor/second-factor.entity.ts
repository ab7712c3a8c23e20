import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../../database/reference.ts';
import { UserAccount } from '../user-account.entity.ts';

/** The app of a person that shows six digits which change every half minute. */
export const Authenticator = defineEntity({
  name: 'Authenticator',
  schema: 'work',
  tableName: 'authenticator',
  properties: {
    userAccount: () => reference(UserAccount).primary(),
    /** Under a key of the installation (config/seal.ts). */
    sealedSecret: p.text().hidden(),
    /** The half minute of the last code that was accepted: neither it nor one before is accepted again. */
    lastStep: p.integer(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
export type Authenticator = InferEntity<typeof Authenticator>;

/** A key that a device or a password manager of a person keeps. */
export const Passkey = defineEntity({
  name: 'Passkey',
  schema: 'work',
  tableName: 'passkey',
  properties: {
    id: p.uuid().primary(),
    userAccount: () => reference(UserAccount),
    credential: p.text(),
    publicKey: p.text(),
    /** Signatures that the device has counted; 0 where it does not count. */
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

/** What a passkey is asked to sign, once. */
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

/** A code that stands in once for a lost factor. It goes when it is used. */
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

/** The password was right and the second factor is still to come. It is no session: it opens nothing but that step. */
export const UnfinishedSignIn = defineEntity({
  name: 'UnfinishedSignIn',
  schema: 'work',
  tableName: 'unfinished_sign_in',
  properties: {
    tokenHash: p.text().primary(),
    userAccount: () => reference(UserAccount),
    /** The identity by which a provider let the person in, to be linked with the account at the end. */
    issuer: p.text().nullable(),
    subject: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [{ name: 'unfinished_sign_in_by_user', properties: ['userAccount'] }],
});
export type UnfinishedSignIn = InferEntity<typeof UnfinishedSignIn>;
