import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { LevelWord, Status } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Area } from './area.type.ts';
import { Release } from './release.type.ts';

/** The most new values in a list; more would not be read, nor fit a page. */
export const MAX_NEW_LISTED = 5000;

/** How far back a log of changes goes: at one or two releases a year, half a decade. */
export const MAX_LOGGED = 12;

@ObjectType()
export class ChangeCount {
  @Field(() => String) class!: string;
  @Field(() => Int) count!: number;
}

@ObjectType()
export class Change {
  @Field(() => String) kind!: string;
  @Field(() => String) class!: string;
  @Field(() => String, { nullable: true }) level!: string | null;
  @Field(() => ID, { description: 'Action or indicator code.' }) subject!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => ID) area!: string;
  @Field(() => Int, { nullable: true }) year!: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'The breakdown of the cell as SEX|AGE|URBANISATION|REGION|BREAKDOWN, null when not broken down.',
  })
  face!: string | null;
  @Field(() => Boolean) hidden!: boolean;
  @Field(() => Status, { nullable: true }) fromStatus!: Status | null;
  @Field(() => Status, { nullable: true }) toStatus!: Status | null;
  @Field(() => LevelWord, { nullable: true }) fromWord!: LevelWord | null;
  @Field(() => LevelWord, { nullable: true }) toWord!: LevelWord | null;
  @Field(() => Int, { nullable: true }) fromPercent!: number | null;
  @Field(() => Int, { nullable: true }) toPercent!: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Percentage points an action moved by what is known in both releases.',
  })
  points!: string | null;
  @Field(() => [ID], {
    description: 'Of an action: indicators and elements that are newly known, or no longer known.',
  })
  parts!: string[];
  @Field(() => [LocalText], {
    description: 'Their names; of a value the element of a law that it is about.',
  })
  partNames!: LocalText[];
  @Field(() => DecimalScalar, { nullable: true }) fromValue!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) toValue!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) change!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) relative!: string | null;
  @Field(() => Int, { nullable: true }) decimals!: number | null;
  @Field(() => String, { nullable: true }) unit!: string | null;
  @Field(() => Int, { nullable: true }) steps!: number | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => String, { nullable: true }) cause!: string | null;
  @Field(() => [String]) changed!: string[];
}

@ObjectType()
export class Changes {
  @Field(() => Release, { nullable: true }) from!: Release | null;
  @Field(() => Release) to!: Release;
  @Field(() => [Area]) areas!: Area[];
  @Field(() => [Change], {
    description: `In the order they are told. More than ${String(MAX_NEW_LISTED)} new values are counted and left out here: they are in the release itself.`,
  })
  items!: Change[];
  @Field(() => [ChangeCount]) counts!: ChangeCount[];
  @Field(() => Int) confirmed!: number;
  @Field(() => Boolean, {
    description: 'Then no action is compared: that it reads otherwise is no change of the world.',
  })
  methodChanged!: boolean;
}

@ObjectType()
export class ChangeLogEntry {
  @Field(() => Release) release!: Release;
  @Field(() => [Change], { description: 'In the order they are told, without new values.' })
  items!: Change[];
  @Field(() => Int) newValues!: number;
  @Field(() => Boolean) methodChanged!: boolean;
}
