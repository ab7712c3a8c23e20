import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Status } from '../../graphql/enums.ts';
import { Level } from './level.type.ts';

@ObjectType()
export class Projection {
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => Int, { nullable: true }) latestYear!: number | null;
  @Field(() => DecimalScalar, { nullable: true }) latestValue!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) requiredPerYear!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) actualPerYear!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) ratio!: string | null;
  @Field(() => Int) points!: number;
  @Field(() => Int, { nullable: true }) fromYear!: number | null;
  @Field(() => Int, { nullable: true }) year!: number | null;
  @Field(() => DecimalScalar, { nullable: true }) low!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) central!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) high!: string | null;
  @Field(() => String, { nullable: true, description: 'A year, or NEVER (not within 50 years).' })
  reachedLow!: string | null;
  @Field(() => String, { nullable: true }) reachedCentral!: string | null;
  @Field(() => String, { nullable: true }) reachedHigh!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) pathGap!: string | null;
  @Field(() => [String]) flags!: string[];
}

@ObjectType()
export class BenchmarkGap {
  @Field(() => ID) benchmark!: string;
  @Field(() => DecimalScalar, { nullable: true }) needed!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) reported!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) shortBy!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) share!: string | null;
  @Field(() => Boolean, { nullable: true }) met!: boolean | null;
  @Field(() => Boolean, { nullable: true }) approximate!: boolean | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) population!: string | null;
  @Field(() => Int, { nullable: true }) populationYear!: number | null;
}

@ObjectType()
export class IndicatorAssessment {
  @Field(() => Status, {
    nullable: true,
    description: 'The pace toward the target; null for laws and yes/no questions.',
  })
  status!: Status | null;
  @Field(() => Level) level!: Level;
  @Field(() => DecimalScalar, { nullable: true }) progress!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) pace!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) expectedShare!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) expectedValue!: string | null;
  @Field(() => Int, { nullable: true }) latestYear!: number | null;
  @Field(() => DecimalScalar, { nullable: true }) latestValue!: string | null;
  @Field(() => [String]) flags!: string[];
  @Field(() => Projection) projection!: Projection;
  @Field(() => [BenchmarkGap]) benchmarkGaps!: BenchmarkGap[];
}
