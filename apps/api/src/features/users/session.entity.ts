import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { UserAccount } from './user-account.entity.ts';

/** A person signed in on one device. */
export const Session = defineEntity({
  name: 'Session',
  schema: 'work',
  tableName: 'session',
  properties: {
    tokenHash: p.text().primary(),
    userAccount: () => reference(UserAccount),
    createdAt: p.datetime().defaultRaw('now()'),
    lastSeenAt: p.datetime().defaultRaw('now()'),
    id: p.uuid().defaultRaw(`gen_random_uuid()`),
  },
  uniques: [{ name: 'session_id_key', properties: ['id'] }],
  indexes: [{ name: 'session_by_user', properties: ['userAccount'] }],
});
export type Session = InferEntity<typeof Session>;

/** Failed attempts to sign in, counted by network, device or account (sign-in-limits.ts). */
export const SignInFailure = defineEntity({
  name: 'SignInFailure',
  schema: 'work',
  tableName: 'sign_in_failure',
  properties: {
    key: p.text().primary(),
    failures: p.integer(),
    lastFailedAt: p.datetime(),
  },
});
export type SignInFailure = InferEntity<typeof SignInFailure>;

/** A device or network from which somebody has signed in to an account before. */
export const SignInPlace = defineEntity({
  name: 'SignInPlace',
  schema: 'work',
  tableName: 'sign_in_place',
  properties: {
    key: p.text().primary(),
    lastSignedInAt: p.datetime(),
  },
});
export type SignInPlace = InferEntity<typeof SignInPlace>;
