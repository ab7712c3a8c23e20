import { Field, InputType, Int, OmitType } from '@nestjs/graphql';
import { Described } from '../../graphql/fields.ts';
import { ValidationRule } from './validation-rule.type.ts';

@InputType()
export class SaveValidationRuleInput extends OmitType(ValidationRule, ['version'], InputType) {
  @Described(Int, 'The version that was seen; 0 for a new one.')
  expectedVersion!: number;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class TryValidationRuleInput extends OmitType(
  ValidationRule,
  ['version', 'severity', 'message', 'active'],
  InputType,
) {}
