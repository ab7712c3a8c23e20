import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { PlanState, TargetPath } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Person } from '../users/person.type.ts';

@ObjectType()
export class PlanPoint {
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) value!: string;
}

@ObjectType()
export class TargetPlan {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => PlanState) state!: PlanState;
  @Field(() => Int, { nullable: true }) baselineYear!: number | null;
  @Field(() => DecimalScalar, { nullable: true }) baselineValue!: string | null;
  @Field(() => TargetPath) path!: TargetPath;
  @Field(() => [PlanPoint]) points!: PlanPoint[];
  @Field(() => DecimalScalar) tolerance!: string;
  @Field(() => Boolean) reference!: boolean;
  @Field(() => LocalText) rationale!: LocalText;
  @Field(() => LocalText, { nullable: true }) citation!: LocalText | null;
  @Field(() => Person, { nullable: true }) proposedBy!: Person | null;
  @Field(() => String) proposedAt!: string;
  @Field(() => Person, { nullable: true }) decidedBy!: Person | null;
  @Field(() => String, { nullable: true }) decidedAt!: string | null;
}
