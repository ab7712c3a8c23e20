import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Action } from './action.entity.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** Why an officer changed weights or roles in an action, or the elements of a law. Never changed or deleted. */
export const MethodNote = defineEntity({
  name: 'MethodNote',
  schema: 'work',
  tableName: 'method_note',
  properties: {
    number: p.integer().primary().autoincrement().generated('identity'),
    action: () => reference(Action).nullable(),
    reason: p.text(),
    before: p.json<unknown>(),
    after: p.json<unknown>(),
    author: () => reference(UserAccount),
    createdAt: p.datetime().defaultRaw('now()'),
    indicator: () => reference(Indicator).nullable(),
  },
  checks: [
    { name: 'method_note_on_check', expression: '(num_nonnulls(action, indicator) = 1)' },
    {
      name: 'method_note_reason_check',
      expression: '((length(reason) >= 1) AND (length(reason) <= 4000))',
    },
  ],
});
export type MethodNote = InferEntity<typeof MethodNote>;
