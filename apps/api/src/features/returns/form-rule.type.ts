import { Field, ID, ObjectType, OmitType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { ValidationRule } from '../framework/validation-rule.type.ts';

@ObjectType({ description: 'An active validation rule, in the reader’s language.' })
export class FormRule extends OmitType(ValidationRule, ['version', 'message', 'active'] as const) {
  @Field(() => LocalText) message!: LocalText;
}

@ObjectType({ description: 'The total of an indicator.' })
export class FigureBeside {
  @Field(() => ID) indicator!: string;
  @Nullable(DecimalScalar) value!: string | null;
  @Nullable(DecimalScalar) numerator!: string | null;
  @Nullable(DecimalScalar) denominator!: string | null;
}
