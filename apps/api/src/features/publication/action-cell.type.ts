import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ActionKind, Scope } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Fact, Level, LevelMove } from './level.type.ts';

@ObjectType()
export class ActionSummary {
  @Field(() => ID) code!: string;
  @Field(() => ActionKind) kind!: ActionKind;
  @Field(() => Scope) scope!: Scope;
  @Field(() => LocalText) title!: LocalText;
  @Field(() => LocalText, { nullable: true, description: 'The words of the meeting, verbatim.' })
  quote!: LocalText | null;
  @Field(() => String, { nullable: true, description: 'The same as it was written, in English.' })
  original!: string | null;
  @Field(() => LocalText, { description: 'How the programme reads it.' }) reading!: LocalText;
}

@ObjectType()
export class ActionCell {
  @Field(() => ID) area!: string;
  @Field(() => Level) level!: Level;
  @Field(() => LevelMove, {
    nullable: true,
    description:
      'Since the release before; in an earlier year, since the year before. Null in the first one.',
  })
  change!: LevelMove | null;
  @Field(() => Fact, {
    nullable: true,
    description:
      'The most telling of what is known of the action; where nothing is known of the deed, the nearest number.',
  })
  fact!: Fact | null;
}
