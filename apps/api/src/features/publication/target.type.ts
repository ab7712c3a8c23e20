import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { TargetPath } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType()
export class TargetPoint {
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) value!: string;
}

@ObjectType()
export class Target {
  @Field(() => Int) version!: number;
  @Field(() => Int, { nullable: true }) baselineYear!: number | null;
  @Field(() => DecimalScalar, { nullable: true }) baselineValue!: string | null;
  @Field(() => ID, { nullable: true }) baselineSource!: string | null;
  @Field(() => TargetPath) path!: TargetPath;
  @Field(() => [TargetPoint]) points!: TargetPoint[];
  @Field(() => DecimalScalar) tolerance!: string;
  @Field(() => Boolean, { description: 'A reference target, not adopted by the country.' })
  reference!: boolean;
  @Field(() => LocalText, { nullable: true }) citation!: LocalText | null;
  @Field(() => LocalText) rationale!: LocalText;
  @Field(() => String, { nullable: true }) confirmedOn!: string | null;
}
