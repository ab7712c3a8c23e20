import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { type FrameworkRule, MISSING_STRATEGIES, RELATIONS, RULE_SEVERITIES } from '@qadam/domain';
import type { Texts } from '../../graphql/local-text.type.ts';

/** A rule that compares figures of one area and year; a part of the framework. It is never deleted, only switched off. */
export const ValidationRule = defineEntity({
  name: 'ValidationRule',
  schema: 'work',
  tableName: 'validation_rule',
  properties: {
    code: p.text().primary(),
    left: p.json<FrameworkRule['left']>(),
    operator: p.enum(RELATIONS),
    right: p.json<FrameworkRule['right']>(),
    missing: p.enum(MISSING_STRATEGIES),
    severity: p.enum(RULE_SEVERITIES),
    message: p.json<Texts>(),
    active: p.boolean(),
    version: p.integer().default(1),
  },
});
export type ValidationRule = InferEntity<typeof ValidationRule>;
