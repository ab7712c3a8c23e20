import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { EventScope } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType()
export class Event {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true }) action!: string | null;
  @Field(() => ID, { nullable: true }) indicator!: string | null;
  @Field(() => ID) area!: string;
  @Field(() => String) date!: string;
  @Field(() => Int) year!: number;
  @Field(() => EventScope) scope!: EventScope;
  @Field(() => Int, { nullable: true }) stage!: number | null;
  @Field(() => Boolean, { nullable: true }) yesNo!: boolean | null;
  @Field(() => LocalText) text!: LocalText;
  @Field(() => ID) source!: string;
}
