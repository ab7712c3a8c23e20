import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Language, PlanDecision, TargetPath } from '../../graphql/enums.ts';

@InputType()
export class PlanPointInput {
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) value!: string;
}

@InputType()
export class AreaPlanInput {
  @Field(() => ID) area!: string;
  @Field(() => Int, { description: 'Version of the newest plan seen; 0 where there is none.' })
  expectedVersion!: number;
  @Field(() => Int, { nullable: true }) baselineYear?: number | null;
  @Field(() => DecimalScalar, { nullable: true }) baselineValue?: string | null;
  @Field(() => TargetPath) path!: TargetPath;
  @Field(() => [PlanPointInput]) points!: PlanPointInput[];
  @Field(() => DecimalScalar, { nullable: true }) tolerance?: string | null;
}

@InputType()
export class ProposeTargetInput extends AreaPlanInput {
  @Field(() => ID) indicator!: string;
  @Field(() => String) rationale!: string;
  @Field(() => Language) rationaleLang!: Language;
  @Field(() => String) idempotencyKey!: string;
}

@InputType({ description: 'For several areas with one rationale: all or none.' })
export class ProposeTargetsInput {
  @Field(() => ID) indicator!: string;
  @Field(() => [AreaPlanInput]) plans!: AreaPlanInput[];
  @Field(() => String) rationale!: string;
  @Field(() => Language) rationaleLang!: Language;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class DecideTargetInput {
  @Field(() => ID) plan!: string;
  @Field(() => PlanDecision) decision!: PlanDecision;
  @Field(() => String) idempotencyKey!: string;
}
