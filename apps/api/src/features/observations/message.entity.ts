import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Role } from '@qadam/domain';
import { reference } from '../../database/reference.ts';
import { Observation } from './observation.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

export const Message = defineEntity({
  name: 'Message',
  schema: 'work',
  tableName: 'message',
  properties: {
    id: p.uuid().primary(),
    observation: () => reference(Observation),
    author: () => reference(UserAccount),
    /** The role in which the author wrote it; null if a server of the version before has written it. */
    role: p.text().$type<Role>().nullable(),
    text: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
    question: p.boolean().default(false),
  },
  indexes: [
    { name: 'message_by_observation', properties: ['observation'] },
    { name: 'message_question', properties: ['observation'], where: 'question' },
  ],
  checks: [
    { name: 'message_text_check', expression: '((length(text) >= 1) AND (length(text) <= 4000))' },
  ],
});
export type Message = InferEntity<typeof Message>;
