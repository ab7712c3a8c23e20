import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { LevelWord, Status } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Area, Release } from './page-parts.type.ts';

/** The most new values in a list: nobody would read more, and they would not fit on a page. */
export const MAX_NEW_LISTED = 5000;

/** The most changes of one class that an answer lists, and the most of one release in a log: who wants them all reads the files of both releases. */
export const MAX_OF_CLASS = 1000;
export const MAX_LOGGED_CHANGES = 100;

/** If a release changed more values than this, a log reads none of them. */
export const MAX_LOGGED_VALUES = 500;

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
  @Nullable(String) level!: string | null;
  @Described(ID, 'Code of the action or indicator.') subject!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => ID) area!: string;
  @Nullable(Int) year!: number | null;
  @Nullable(
    String,
    'The breakdown of the cell as SEX|AGE|URBANISATION|REGION|BREAKDOWN; null for a total.',
  )
  face!: string | null;
  @Field(() => Boolean) hidden!: boolean;
  @Nullable(Status) fromStatus!: Status | null;
  @Nullable(Status) toStatus!: Status | null;
  @Nullable(LevelWord) fromWord!: LevelWord | null;
  @Nullable(LevelWord) toWord!: LevelWord | null;
  @Nullable(Int) fromPercent!: number | null;
  @Nullable(Int) toPercent!: number | null;
  @Nullable(
    DecimalScalar,
    'The percentage points by which an action moved, counting only what is known in both releases.',
  )
  points!: string | null;
  @Described(
    [ID],
    'For an action: the indicators and elements that are newly known or no longer known.',
  )
  parts!: string[];
  @Described(
    [LocalText],
    'The names of these parts; for a value, the element of a law that it is about.',
  )
  partNames!: LocalText[];
  @Nullable(DecimalScalar) fromValue!: string | null;
  @Nullable(DecimalScalar) toValue!: string | null;
  @Nullable(DecimalScalar) change!: string | null;
  @Nullable(DecimalScalar) relative!: string | null;
  @Nullable(Int) decimals!: number | null;
  @Nullable(String) unit!: string | null;
  @Nullable(Int) steps!: number | null;
  @Nullable(String) reason!: string | null;
  @Nullable(String) cause!: string | null;
  @Field(() => [String]) changed!: string[];
}

@ObjectType()
export class Changes {
  @Nullable(Release) from!: Release | null;
  @Field(() => Release) to!: Release;
  @Field(() => [Area]) areas!: Area[];
  @Described(
    [Change],
    `In the order of the page, the first of each class; \`unlisted\` counts the others. If there are more than ${String(MAX_NEW_LISTED)} new values, none of them is listed; the release itself has them.`,
  )
  items!: Change[];
  @Described(
    [ChangeCount],
    'How many changes of a class are not listed. A class that is listed whole is left out, and so is everything in the first release.',
  )
  unlisted!: ChangeCount[];
  @Field(() => [ChangeCount]) counts!: ChangeCount[];
  @Described(Int, 'The number of new values, whether they are listed or not.') newValues!: number;
  @Field(() => Int) confirmed!: number;
  @Described(
    Boolean,
    'The method changed between the two releases, so actions are not compared: a different level would not mean that anything changed in the country.',
  )
  methodChanged!: boolean;
}

@ObjectType()
export class ChangeLogEntry {
  @Field(() => Release) release!: Release;
  @Described(
    [Change],
    `The first ${String(MAX_LOGGED_CHANGES)} in the order of the page, without new values. If more than ${String(MAX_LOGGED_VALUES)} values changed, none of them is listed.`,
  )
  items!: Change[];
  @Described(Int, 'How many more changes there are, without new values.') unlisted!: number;
  @Field(() => Int) newValues!: number;
  @Field(() => Boolean) methodChanged!: boolean;
}
