import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { MissingStrategy, RuleFigure, RuleOperator, RuleSeverity } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload, Problem } from '../../graphql/problem.type.ts';

@InputType('RuleTermInput')
@ObjectType({ description: 'A figure of an indicator, multiplied by a factor.' })
export class RuleTerm {
  @Field(() => ID) indicator!: string;
  @Field(() => RuleFigure) figure!: RuleFigure;
  @Field(() => DecimalScalar) factor!: string;
}

@InputType('RuleSideInput')
@ObjectType({ description: 'One side of a rule: the sum of its terms and a number.' })
export class RuleSide {
  @Field(() => [RuleTerm]) terms!: RuleTerm[];
  @Nullable(DecimalScalar) constant?: string | null;
}

@ObjectType({ description: 'A rule of the officers about figures of one area and year.' })
export class ValidationRule {
  @Field(() => ID) code!: string;
  @Field(() => Int) version!: number;
  @Field(() => RuleSide) left!: RuleSide;
  @Described(RuleOperator, 'How the left side must compare with the right side.')
  operator!: RuleOperator;
  @Field(() => RuleSide) right!: RuleSide;
  @Field(() => MissingStrategy) missing!: MissingStrategy;
  @Field(() => RuleSeverity) severity!: RuleSeverity;
  @Described([LocalText], 'The message that is shown if the rule is broken.')
  message!: LocalText[];
  @Described(Boolean, 'True if values are checked by the rule; otherwise it is only stored.')
  active!: boolean;
}

@ObjectType()
export class ValidationRulePayload extends Payload {
  @Nullable(ValidationRule) rule!: ValidationRule | null;
}

@ObjectType({ description: 'An area and year whose figures break the rule.' })
export class BrokenPlace {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) left!: string;
  @Field(() => DecimalScalar) right!: string;
  @Described(ID, 'The first of the values that the rule compares.')
  observation!: string;
}

@ObjectType({ description: 'What a rule would say about the stored values.' })
export class TriedRule {
  @Described(Int, 'The number of areas and years in which the rule could be judged.')
  judged!: number;
  @Described(Int, 'The number of areas and years in which too little is known to judge it.')
  skipped!: number;
  @Described([BrokenPlace], 'Newest year first.') broken!: BrokenPlace[];
  @Field(() => [Problem]) problems!: Problem[];
}
