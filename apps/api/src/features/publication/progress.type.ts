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
  @Nullable(Int, 'Of what is known; null where nothing is.') percent!: number | null;
  @Described(Int, 'If nothing of what is not known were begun.') low!: number;
  @Described(Int, 'If all of what is not known were done.') high!: number;
  @Described(
    Int,
    'Parts: elements of laws and numbers; of an action those of its headline indicators.',
  )
  known!: number;
  @Field(() => Int) total!: number;
  @Field(() => Movement) movement!: Movement;
  @Nullable(DecimalScalar, 'Percentage points since the meeting, where both ends are known.')
  points!: string | null;
  @Field(() => [String]) flags!: string[];
  @Nullable(String, 'Why there is no level.') reason!: string | null;
}

@ObjectType({ description: 'Since the release before; in an earlier year, since the year before.' })
export class LevelMove {
  @Described(String, 'FORWARD, BACK, NEWLY_KNOWN, NO_LONGER_KNOWN, UNCHANGED or METHOD_CHANGED')
  class!: string;
  @Nullable(DecimalScalar, 'Percentage points.') points!: string | null;
}

@ObjectType({
  description: 'One line of what is known: a stage of a law, else a number.',
})
export class Fact {
  @Field(() => ID) indicator!: string;
  @Field(() => LocalText) name!: LocalText;
  @Nullable(ID, 'The element of a law with one element.') element!: string | null;
  @Nullable(Int) stage!: number | null;
  @Nullable(LocalText) stageName!: LocalText | null;
  @Nullable(String, 'YYYY, YYYY-MM or YYYY-MM-DD.') since!: string | null;
  @Nullable(FactBasis) basis!: FactBasis | null;
  @Nullable(Int, 'Elements of a law that are in force.') inForce!: number | null;
  @Nullable(Int, 'Elements of that law.') parts!: number | null;
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
  @Nullable(String, 'The same as it was written, in English.') original!: string | null;
  @Described(LocalText, 'How the programme reads it.') reading!: LocalText;
}

@ObjectType()
export class ActionCell {
  @Field(() => ID) area!: string;
  @Field(() => Level) level!: Level;
  @Nullable(
    LevelMove,
    'Since the release before; in an earlier year, since the year before. Null in the first one.',
  )
  change!: LevelMove | null;
  @Nullable(
    Fact,
    'The most telling of what is known of the action; where nothing is known of the deed, the nearest number.',
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
  @Nullable(Level, 'Null for context, which is never judged.') level!: Level | null;
  @Nullable(DecimalScalar) progress!: string | null;
  @Nullable(Int) latestYear!: number | null;
  @Nullable(DecimalScalar) latestValue!: string | null;
  @Nullable(DecimalScalar, 'The share of the way that was due in the year of the latest value.')
  expectedShare!: string | null;
  @Nullable(DecimalScalar, 'The value that was due then.') expectedValue!: string | null;
  @Field(() => [String]) flags!: string[];
}

@ObjectType({
  description: 'value is null where it is hidden (status Q) or missing: never a number of its own.',
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
  @Described([String], 'Who published the values.') bodies!: string[];
}

@ObjectType({
  description:
    'Where an element of a law stands in an area; only elements about which something is or was known. stage null: no longer proven.',
})
export class LawCell {
  @Field(() => ID) element!: string;
  @Field(() => ID) area!: string;
  @Nullable(Int) stage!: number | null;
  @Nullable(String, 'Where the stage began without a break: YYYY, YYYY-MM or YYYY-MM-DD.')
  since!: string | null;
  @Nullable(String, 'Of the newest fact.') lastDate!: string | null;
  @Nullable(FactBasis) basis!: FactBasis | null;
  @Nullable(String, 'The article that says so.') provision!: string | null;
  @Nullable(ID) source!: string | null;
  @Described(Int, 'The year that was last reported.') year!: number;
}

@ObjectType({ description: 'A law as a matrix: its elements, and the stage of each in each area.' })
export class Law {
  @Field(() => IndicatorSummary) indicator!: IndicatorSummary;
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => LocalText) definition!: LocalText;
  @Nullable(LocalText, 'Who is asked to report it.') provider!: LocalText | null;
  @Field(() => [LawElement]) elements!: LawElement[];
  @Field(() => [LawCell]) cells!: LawCell[];
  @Field(() => [AreaLevel]) levels!: AreaLevel[];
}
