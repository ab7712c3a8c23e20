import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Role } from '@qadam/domain';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** Something that a person, or the product itself, did: chained to the event before it, and never changed. */
export const AuditEvent = defineEntity({
  name: 'AuditEvent',
  schema: 'work',
  tableName: 'audit_event',
  properties: {
    number: p.bigint('number').primary().autoincrement(false),
    at: p.datetime(),
    actor: () => reference(UserAccount).nullable(),
    role: p.text().$type<Role>().nullable(),
    operation: p.text(),
    subject: p.text(),
    area: () => reference(Area).nullable(),
    before: p.json<object>().nullable(),
    after: p.json<object>().nullable(),
    previousHash: p.text(),
    hash: p.text(),
  },
  uniques: [{ name: 'audit_event_hash_key', properties: ['hash'] }],
  indexes: [
    {
      name: 'audit_event_by_actor',
      properties: ['actor', 'number'],
      columns: [{ name: 'actor' }, { name: 'number', sort: 'DESC' }],
    },
    {
      name: 'audit_event_by_area',
      properties: ['area', 'number'],
      columns: [{ name: 'area' }, { name: 'number', sort: 'DESC' }],
    },
    {
      name: 'audit_event_by_at',
      properties: ['at', 'number'],
      columns: [{ name: 'at' }, { name: 'number', sort: 'DESC' }],
    },
    {
      name: 'audit_event_by_operation',
      properties: ['operation', 'number'],
      columns: [{ name: 'operation' }, { name: 'number', sort: 'DESC' }],
    },
    { name: 'audit_event_by_subject', properties: ['subject'] },
  ],
});
export type AuditEvent = InferEntity<typeof AuditEvent>;
