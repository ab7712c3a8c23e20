import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { LevelWord, Status } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType()
export class PreviewCount {
  @Field(() => String) class!: string;
  @Field(() => Int) count!: number;
}

@ObjectType()
export class PreviewItem {
  @Field(() => String) kind!: string;
  @Field(() => String) class!: string;
  @Field(() => String, { nullable: true }) level!: string | null;
  @Field(() => ID) subject!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => ID) area!: string;
  @Field(() => Int, { nullable: true }) year!: number | null;
  @Field(() => String, { nullable: true }) face!: string | null;
  @Field(() => Boolean) hidden!: boolean;
  @Field(() => Status, { nullable: true }) fromStatus!: Status | null;
  @Field(() => Status, { nullable: true }) toStatus!: Status | null;
  @Field(() => DecimalScalar, { nullable: true }) fromValue!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) toValue!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) change!: string | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => Int, { nullable: true }) decimals!: number | null;
  @Field(() => String, { nullable: true }) unit!: string | null;
  @Field(() => LevelWord, { nullable: true }) fromWord!: LevelWord | null;
  @Field(() => LevelWord, { nullable: true }) toWord!: LevelWord | null;
  @Field(() => Int, { nullable: true }) fromPercent!: number | null;
  @Field(() => Int, { nullable: true }) toPercent!: number | null;
  @Field(() => DecimalScalar, { nullable: true }) points!: string | null;
  @Field(() => [LocalText], { description: 'What of an action is newly known, or no longer.' })
  partNames!: LocalText[];
  @Field(() => Int, { nullable: true }) steps!: number | null;
}
