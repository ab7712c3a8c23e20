import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { FactBasis, LevelWord, Movement } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType({
  description:
    'How far something is, and which way it moved since the meeting of 2022. Percents are whole.',
})
export class Level {
  @Field(() => LevelWord) word!: LevelWord;
  @Field(() => Int, { nullable: true, description: 'Of what is known; null where nothing is.' })
  percent!: number | null;
  @Field(() => Int, { description: 'If nothing of what is not known were begun.' }) low!: number;
  @Field(() => Int, { description: 'If all of what is not known were done.' }) high!: number;
  @Field(() => Int, {
    description:
      'Parts: elements of laws and numbers; of an action those of its headline indicators.',
  })
  known!: number;
  @Field(() => Int) total!: number;
  @Field(() => Movement) movement!: Movement;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Percentage points since the meeting, where both ends are known.',
  })
  points!: string | null;
  @Field(() => [String]) flags!: string[];
  @Field(() => String, { nullable: true, description: 'Why there is no level.' })
  reason!: string | null;
}

@ObjectType({ description: 'Since the release before; in an earlier year, since the year before.' })
export class LevelMove {
  @Field(() => String, {
    description: 'FORWARD, BACK, NEWLY_KNOWN, NO_LONGER_KNOWN, UNCHANGED or METHOD_CHANGED',
  })
  class!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Percentage points.' })
  points!: string | null;
}

@ObjectType({
  description: 'One line of what is known: a stage of a law, else a number.',
})
export class Fact {
  @Field(() => ID) indicator!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => ID, { nullable: true, description: 'The element of a law with one element.' })
  element!: string | null;
  @Field(() => Int, { nullable: true }) stage!: number | null;
  @Field(() => LocalText, { nullable: true }) stageName!: LocalText | null;
  @Field(() => String, { nullable: true, description: 'YYYY, YYYY-MM or YYYY-MM-DD.' })
  since!: string | null;
  @Field(() => FactBasis, { nullable: true }) basis!: FactBasis | null;
  @Field(() => Int, { nullable: true, description: 'Elements of a law that are in force.' })
  inForce!: number | null;
  @Field(() => Int, { nullable: true, description: 'Elements of that law.' })
  parts!: number | null;
  @Field(() => DecimalScalar, { nullable: true }) value!: string | null;
  @Field(() => Int, { nullable: true }) year!: number | null;
  @Field(() => Int, { nullable: true }) decimals!: number | null;
  @Field(() => String, { nullable: true }) unit!: string | null;
  @Field(() => LocalText, { nullable: true }) unitText!: LocalText | null;
}

@ObjectType()
export class AreaLevel {
  @Field(() => ID) area!: string;
  @Field(() => Level) level!: Level;
}
