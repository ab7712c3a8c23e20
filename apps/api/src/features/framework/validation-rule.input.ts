import { Field, InputType, Int, OmitType } from '@nestjs/graphql';
import { ValidationRule } from './validation-rule.type.ts';

@InputType()
export class SaveValidationRuleInput extends OmitType(ValidationRule, ['version'], InputType) {
  @Field(() => Int, { description: 'The version that was seen; 0 for a new one.' })
  expectedVersion!: number;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class TryValidationRuleInput extends OmitType(
  ValidationRule,
  ['version', 'severity', 'message', 'active'],
  InputType,
) {}
