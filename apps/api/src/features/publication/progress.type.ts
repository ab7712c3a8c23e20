import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import {
  ActionKind,
  Direction,
  FactBasis,
  IndicatorKind,
  IndicatorRole,
  LevelWord,
  MissingReason,
  Movement,
  Scope,
  Status,
} from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LawElement } from '../../graphql/law-element.type.ts';

@ObjectType({
  description:
    'How far something is, and which way it moved since the meeting of 2022. Percents are whole.',
})
export class Level {
  @Field(() => LevelWord) word!: LevelWord;
  @Nullable(Int, 'The level of the known parts; null if nothing is known.') percent!: number | null;
  @Described(Int, 'The level if nothing of what is not known had been started.') low!: number;
  @Described(Int, 'The level if everything that is not known were done.') high!: number;
  @Described(
    Int,
    'The number of parts that are known. Parts are elements of laws and numbers; an action has those of its headline indicators.',
  )
  known!: number;
  @Field(() => Int) total!: number;
  @Field(() => Movement) movement!: Movement;
  @Nullable(
    DecimalScalar,
    'The movement since the meeting in percentage points, if the level is known at both ends.',
  )
  points!: string | null;
  @Field(() => [String]) flags!: string[];
  @Nullable(String, 'Why there is no level.') reason!: string | null;
}

@ObjectType({
  description:
    'The movement since the previous release or, when an earlier year is asked for, since the year before it.',
})
export class LevelMove {
  @Described(String, 'FORWARD, BACK, NEWLY_KNOWN, NO_LONGER_KNOWN, UNCHANGED or METHOD_CHANGED')
  class!: string;
  @Nullable(DecimalScalar, 'The movement in percentage points.') points!: string | null;
}

@ObjectType({
  description: 'What is known, in one line: the stage of a law, or a number.',
})
export class Fact {
  @Field(() => ID) indicator!: string;
  @Field(() => LocalText) name!: LocalText;
  @Nullable(ID, 'The element, if the law has only one.') element!: string | null;
  @Nullable(Int) stage!: number | null;
  @Nullable(LocalText) stageName!: LocalText | null;
  @Nullable(String, 'YYYY, YYYY-MM or YYYY-MM-DD.') since!: string | null;
  @Nullable(FactBasis) basis!: FactBasis | null;
  @Nullable(Int, 'The number of elements of the law that are in force.') inForce!: number | null;
  @Nullable(Int, 'The number of elements that the law has.') parts!: number | null;
  @Nullable(DecimalScalar) value!: string | null;
  @Nullable(Int) year!: number | null;
  @Nullable(Int) decimals!: number | null;
  @Nullable(String) unit!: string | null;
  @Nullable(LocalText) unitText!: LocalText | null;
}

@ObjectType()
export class AreaLevel {
  @Field(() => ID) area!: string;
  @Field(() => Level) level!: Level;
}

@ObjectType()
export class ActionSummary {
  @Field(() => ID) code!: string;
  @Field(() => ActionKind) kind!: ActionKind;
  @Field(() => Scope) scope!: Scope;
  @Field(() => LocalText) title!: LocalText;
  @Nullable(LocalText, 'The words of the meeting, verbatim.') quote!: LocalText | null;
  @Nullable(String, 'The same words as they were written, in English.') original!: string | null;
  @Described(LocalText, 'How the programme understands these words.') reading!: LocalText;
}

@ObjectType()
export class ActionCell {
  @Field(() => ID) area!: string;
  @Field(() => Level) level!: Level;
  @Nullable(
    LevelMove,
    'The movement since the previous release or, when an earlier year is asked for, since the year before it. Null for the first.',
  )
  change!: LevelMove | null;
  @Nullable(
    Fact,
    'The one line that tells most about the action. If nothing is known about the action itself, the number closest to it.',
  )
  fact!: Fact | null;
}

@ObjectType()
export class IndicatorSummary {
  @Field(() => ID) code!: string;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => Scope) scope!: Scope;
  @Field(() => Direction) direction!: Direction;
  @Field(() => Int) decimals!: number;
  @Field(() => String) unit!: string;
  @Field(() => LocalText) unitText!: LocalText;
  @Field(() => LocalText) name!: LocalText;
  @Nullable([LocalText]) stages!: LocalText[] | null;
}

@ObjectType()
export class IndicatorCell {
  @Field(() => ID) area!: string;
  @Nullable(
    Status,
    'The pace toward the target; null for laws and yes/no questions, which have none.',
  )
  status!: Status | null;
  @Nullable(Level, 'How far the indicator is; null for context, which is never judged.')
  level!: Level | null;
  @Nullable(DecimalScalar) progress!: string | null;
  @Nullable(Int) latestYear!: number | null;
  @Nullable(DecimalScalar) latestValue!: string | null;
  @Nullable(
    DecimalScalar,
    'The share of the way from baseline to target that was due by the year of the latest value.',
  )
  expectedShare!: string | null;
  @Nullable(DecimalScalar, 'The value that was due by that year.') expectedValue!: string | null;
  @Field(() => [String]) flags!: string[];
}

@ObjectType({
  description:
    'A point of a series. `value` is null if the value is hidden (status Q) or missing; no number stands for a missing value.',
})
export class Point {
  @Field(() => Int) year!: number;
  @Nullable(DecimalScalar) value!: string | null;
  @Field(() => String) status!: string;
  @Nullable(MissingReason) missingReason!: MissingReason | null;
}

@ObjectType()
export class ShortSeries {
  @Field(() => IndicatorCell) cell!: IndicatorCell;
  @Field(() => [Point]) points!: Point[];
  @Nullable(Point) target!: Point | null;
  @Described([String], 'The names of those who published the values.') bodies!: string[];
}

@ObjectType({
  description:
    'The stage of an element of a law in an area. Only elements about which something is or was known have a cell; `stage` is null if the element is no longer proven.',
})
export class LawCell {
  @Field(() => ID) element!: string;
  @Field(() => ID) area!: string;
  @Nullable(Int) stage!: number | null;
  @Nullable(
    String,
    'Since when the element has been at this stage without a break: YYYY, YYYY-MM or YYYY-MM-DD.',
  )
  since!: string | null;
  @Nullable(String, 'The date of the newest fact.') lastDate!: string | null;
  @Nullable(FactBasis) basis!: FactBasis | null;
  @Nullable(String, 'The article that proves it.') provision!: string | null;
  @Nullable(ID) source!: string | null;
  @Described(Int, 'The last year that was reported.') year!: number;
}

@ObjectType({
  description: 'A law as a matrix: its elements, and the stage of each element in each area.',
})
export class Law {
  @Field(() => IndicatorSummary) indicator!: IndicatorSummary;
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => LocalText) definition!: LocalText;
  @Nullable(LocalText, 'The body that is asked to report it.') provider!: LocalText | null;
  @Field(() => [LawElement]) elements!: LawElement[];
  @Field(() => [LawCell]) cells!: LawCell[];
  @Field(() => [AreaLevel]) levels!: AreaLevel[];
}
