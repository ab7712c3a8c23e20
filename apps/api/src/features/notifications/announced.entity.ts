import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Cycle } from '../cycles/cycle.entity.ts';
import { Message } from '../observations/message.entity.ts';
import { Review } from '../reviews/review.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** A question or answer that a mail has told about. */
export const AnnouncedMessage = defineEntity({
  name: 'AnnouncedMessage',
  schema: 'work',
  tableName: 'announced_message',
  properties: {
    message: () => reference(Message).primary(),
    announcedAt: p.datetime(),
  },
});
export type AnnouncedMessage = InferEntity<typeof AnnouncedMessage>;

/** A returned value that a mail has told about. */
export const AnnouncedReturn = defineEntity({
  name: 'AnnouncedReturn',
  schema: 'work',
  tableName: 'announced_return',
  properties: {
    review: () => reference(Review).primary(),
    announcedAt: p.datetime(),
  },
});
export type AnnouncedReturn = InferEntity<typeof AnnouncedReturn>;

/** A reminder that an officer sent by hand to the reporters of an area. */
export const Nudge = defineEntity({
  name: 'Nudge',
  schema: 'work',
  tableName: 'nudge',
  properties: {
    id: p.uuid().primary(),
    area: () => reference(Area),
    cycle: () => reference(Cycle),
    officer: () => reference(UserAccount),
    nudgedAt: p.datetime(),
  },
  indexes: [{ name: 'nudge_by_area', properties: ['area', 'cycle', 'nudgedAt'] }],
});
export type Nudge = InferEntity<typeof Nudge>;
