import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { ACTION_KINDS, INDICATOR_ROLES, SCOPES } from '@qadam/domain';
import { ExactColumn } from '../../database/exact-column.ts';
import { reference } from '../../database/reference.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { Indicator } from '../indicators/indicator.entity.ts';

/** An action that the meeting proposed, or a finding of its study, as the programme reads it. */
export const Action = defineEntity({
  name: 'Action',
  schema: 'work',
  tableName: 'action',
  properties: {
    code: p.text().primary(),
    kind: p.enum(ACTION_KINDS),
    scope: p.enum(SCOPES),
    title: p.json<Texts>(),
    reading: p.json<Texts>(),
    position: p.integer(),
    version: p.integer().default(1),
    quote: p.json<Texts>().nullable(),
  },
});
export type Action = InferEntity<typeof Action>;

/** An indicator of an action, with its role, weight and position there. */
export const ActionIndicator = defineEntity({
  name: 'ActionIndicator',
  schema: 'work',
  tableName: 'action_indicator',
  properties: {
    action: () => reference(Action).primary(),
    indicator: () => reference(Indicator).primary(),
    role: p.enum(INDICATOR_ROLES),
    weight: p.type(ExactColumn).default(1),
    position: p.integer(),
  },
  indexes: [{ name: 'action_indicator_by_indicator', properties: ['indicator'] }],
  checks: [
    { name: 'action_indicator_weight_check', expression: '((weight)::numeric > (0)::numeric)' },
  ],
});
export type ActionIndicator = InferEntity<typeof ActionIndicator>;
