import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import { DELIVERY_STATES, WEBHOOK_EVENTS, type WebhookEvent } from './webhook-events.ts';

/** An address that is told what happens to the figures of a country. */
export const Webhook = defineEntity({
  name: 'Webhook',
  schema: 'work',
  tableName: 'webhook',
  properties: {
    id: p.uuid().primary(),
    area: () => reference(Area),
    url: p.text(),
    events: p.array().$type<WebhookEvent[]>(),
    /** The secret by which the receiver checks messages, sealed with SESSION_SECRET (config/seal.ts). */
    sealedSecret: p.text(),
    createdBy: () => reference(UserAccount),
    createdAt: p.datetime().defaultRaw('now()'),
    endedAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'webhook_by_area', properties: ['area'] }],
});
export type Webhook = InferEntity<typeof Webhook>;

/** The message about one event to one address, sent or to be sent. */
export const WebhookDelivery = defineEntity({
  name: 'WebhookDelivery',
  schema: 'work',
  tableName: 'webhook_delivery',
  properties: {
    id: p.uuid().primary(),
    webhook: () => reference(Webhook, { deleteRule: 'cascade' }),
    event: p.enum(WEBHOOK_EVENTS),
    /** The release, review or question that the message is about. */
    subject: p.text(),
    body: p.json<object>(),
    state: p.enum(DELIVERY_STATES).default('WAITING'),
    attempts: p.integer().default(0),
    /** The HTTP status of the last answer; null: there was none. */
    status: p.integer().nullable(),
    error: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    changedAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'webhook_delivery_once', properties: ['webhook', 'event', 'subject'] }],
  indexes: [{ name: 'webhook_delivery_by_state', properties: ['state', 'createdAt'] }],
});
export type WebhookDelivery = InferEntity<typeof WebhookDelivery>;
