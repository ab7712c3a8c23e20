import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Language } from '@qadam/i18n';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Cycle } from '../cycles/cycle.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import { NotificationKind, NotificationState } from './notification.enums.ts';
import { Subscriber } from './subscriber.entity.ts';

/**
 * A mail to an account, a subscriber, or an address of its own. Mails to an account are also in its inbox, whether or not
 * they could be sent.
 */
export const Notification = defineEntity({
  name: 'Notification',
  schema: 'work',
  tableName: 'notification',
  properties: {
    id: p.uuid().primary(),
    key: p.text(),
    kind: p.enum(() => NotificationKind),
    recipient: () => reference(UserAccount).nullable(),
    area: () => reference(Area).nullable(),
    cycle: () => reference(Cycle).nullable(),
    language: p.text().$type<Language>(),
    subject: p.text(),
    text: p.text(),
    html: p.text(),
    state: p.enum(() => NotificationState).default('WAITING'),
    attempts: p.integer().default(0),
    error: p.text().nullable(),
    job: p.uuid(),
    createdAt: p.datetime(),
    changedAt: p.datetime(),
    link: p.uuid().nullable(),
    subscriber: () => reference(Subscriber, { deleteRule: 'cascade' }).nullable(),
    address: p.text().nullable(),
    /** The page that it leads to, below /:lang; null for mails that are in no inbox: links into an account, and mails to people without one. */
    path: p.text().nullable(),
    readAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'notification_key_key', properties: ['key'] }],
  indexes: [
    {
      name: 'notification_by_subscriber',
      properties: ['subscriber'],
      where: { subscriber: { $ne: null } },
    },
    {
      name: 'notification_by_recipient',
      properties: ['recipient', 'createdAt', 'id'],
      columns: [{ name: 'recipient' }, { name: 'created_at', sort: 'DESC' }, { name: 'id' }],
      where: { path: { $ne: null } },
    },
    {
      name: 'notification_by_time',
      properties: ['createdAt', 'id'],
      columns: [{ name: 'created_at', sort: 'DESC' }, { name: 'id' }],
    },
    {
      name: 'notification_to_send',
      properties: ['state'],
      where: { state: { $in: ['WAITING', 'SENDING'] } },
    },
  ],
  checks: [
    {
      name: 'notification_check',
      expression: "((state = ANY (ARRAY['RETRY'::text, 'FAILED'::text])) = (error IS NOT NULL))",
    },
    {
      name: 'notification_link_check',
      expression:
        "((kind = ANY (ARRAY['INVITATION'::text, 'PASSWORD_LINK'::text, 'PASSWORD_FORGOTTEN'::text, 'EMAIL_LINK'::text])) = (link IS NOT NULL))",
    },
    {
      name: 'notification_to_check',
      expression: '(num_nonnulls(recipient, subscriber, address) = 1)',
    },
  ],
});
export type Notification = InferEntity<typeof Notification>;
