import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { FOLLOW_KINDS } from '@qadam/domain';
import { reference } from '../../database/reference.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** Something that a person follows. */
export const Follow = defineEntity({
  name: 'Follow',
  schema: 'work',
  tableName: 'follow',
  properties: {
    userAccount: () => reference(UserAccount).primary(),
    kind: p.enum(FOLLOW_KINDS).primary(),
    code: p.text().primary(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
export type Follow = InferEntity<typeof Follow>;

/** When a person last looked at a release, and whether they want a mail a month. */
export const Follower = defineEntity({
  name: 'Follower',
  schema: 'work',
  tableName: 'follower',
  properties: {
    userAccount: () => reference(UserAccount).primary(),
    lookedAt: p.datetime().nullable(),
    lookedRelease: p.text().nullable(),
    beforeAt: p.datetime().nullable(),
    beforeRelease: p.text().nullable(),
    digest: p.boolean().default(false),
    digestMonth: p.text().nullable(),
    digestRelease: p.text().nullable(),
  },
  checks: [
    { name: 'follower_check', expression: '((looked_at IS NULL) = (looked_release IS NULL))' },
    { name: 'follower_check1', expression: '((before_at IS NULL) = (before_release IS NULL))' },
    { name: 'follower_check2', expression: '((NOT digest) OR (digest_month IS NOT NULL))' },
  ],
});
export type Follower = InferEntity<typeof Follower>;

/** The address of a public page that a person keeps under a name. */
export const SavedView = defineEntity({
  name: 'SavedView',
  schema: 'work',
  tableName: 'saved_view',
  properties: {
    id: p.uuid().primary(),
    userAccount: () => reference(UserAccount),
    name: p.text(),
    path: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [{ name: 'saved_view_by_person', properties: ['userAccount', 'createdAt'] }],
  checks: [{ name: 'saved_view_path_check', expression: "(path ~ '^/[a-z]{2}(/|[?#]|$)'::text)" }],
});
export type SavedView = InferEntity<typeof SavedView>;
