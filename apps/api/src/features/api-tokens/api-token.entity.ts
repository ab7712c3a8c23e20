import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** Lets the programs of an organisation send files for its country, in the name of the person who made it. */
export const ApiToken = defineEntity({
  name: 'ApiToken',
  schema: 'work',
  tableName: 'api_token',
  properties: {
    id: p.uuid().primary(),
    area: () => reference(Area),
    organisation: () => reference(Organisation),
    name: p.text(),
    /** SHA-256 of the token, so that nobody can send files with a copy of the table. */
    tokenHash: p.text().hidden(),
    createdBy: () => reference(UserAccount),
    createdAt: p.datetime().defaultRaw('now()'),
    endsAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    revokedBy: () => reference(UserAccount).nullable(),
  },
  uniques: [{ name: 'api_token_hash_key', properties: ['tokenHash'] }],
  indexes: [{ name: 'api_token_by_area', properties: ['area', 'createdAt'] }],
  checks: [
    { name: 'api_token_check', expression: '((revoked_at IS NULL) = (revoked_by IS NULL))' },
    {
      name: 'api_token_name_check',
      expression: '((length(name) >= 1) AND (length(name) <= 100))',
    },
  ],
});
export type ApiToken = InferEntity<typeof ApiToken>;
