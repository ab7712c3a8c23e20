import { defineEntity, p } from '@mikro-orm/core';

/** What reporter and reviewer say to each other about one observation. */
export const MessageSchema = defineEntity({
  name: 'Message',
  tableName: 'message',
  schema: 'work',
  properties: {
    id: p.uuid().primary(),
    observation: p.uuid(),
    author: p.uuid(),
    text: p.text(),
    /** A reviewer waits for the answer. */
    question: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
