import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { MissingStrategy, RuleFigure, RuleOperator, RuleSeverity } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload, Problem } from '../../graphql/problem.type.ts';

@InputType('RuleTermInput')
@ObjectType({ description: 'A figure of an indicator, taken so many times.' })
export class RuleTerm {
  @Field(() => ID) indicator!: string;
  @Field(() => RuleFigure) figure!: RuleFigure;
  @Field(() => DecimalScalar) factor!: string;
}

@InputType('RuleSideInput')
@ObjectType({ description: 'The sum of its terms and of a number.' })
export class RuleSide {
  @Field(() => [RuleTerm]) terms!: RuleTerm[];
  @Field(() => DecimalScalar, { nullable: true }) constant?: string | null;
}

@ObjectType({ description: 'What officers ask of figures of one area and year.' })
export class ValidationRule {
  @Field(() => ID) code!: string;
  @Field(() => Int) version!: number;
  @Field(() => RuleSide) left!: RuleSide;
  @Field(() => RuleOperator, { description: 'What has to be so of the left side and the right.' })
  operator!: RuleOperator;
  @Field(() => RuleSide) right!: RuleSide;
  @Field(() => MissingStrategy) missing!: MissingStrategy;
  @Field(() => RuleSeverity) severity!: RuleSeverity;
  @Field(() => [LocalText], { description: 'What is told where it is broken.' })
  message!: LocalText[];
  @Field(() => Boolean, { description: 'Is it asked of values? Otherwise it is only kept.' })
  active!: boolean;
}

@ObjectType()
export class ValidationRulePayload extends Payload {
  @Field(() => ValidationRule, { nullable: true }) rule!: ValidationRule | null;
}

@ObjectType({ description: 'Figures of an area and a year with which the rule is broken.' })
export class BrokenPlace {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) left!: string;
  @Field(() => DecimalScalar) right!: string;
  @Field(() => ID, { description: 'The first of the values that are compared there.' })
  observation!: string;
}

@ObjectType({ description: 'What a rule would say of the values that are stored.' })
export class TriedRule {
  @Field(() => Int, { description: 'In how many areas and years it could be judged.' })
  judged!: number;
  @Field(() => Int, { description: 'In how many too little is known to judge.' })
  skipped!: number;
  @Field(() => [BrokenPlace], { description: 'The newest year first.' }) broken!: BrokenPlace[];
  @Field(() => [Problem]) problems!: Problem[];
}
