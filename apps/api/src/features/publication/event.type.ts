import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { FactBasis } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType({ description: 'What an event proves of an element of a law.' })
export class EventProof {
  @Field(() => ID) element!: string;
  @Field(() => LocalText) elementName!: LocalText;
  @Field(() => Int, { nullable: true, description: 'Null: no longer proven from then on.' })
  stage!: number | null;
  @Field(() => LocalText, { nullable: true }) stageName!: LocalText | null;
  @Field(() => String, { nullable: true }) provision!: string | null;
  @Field(() => FactBasis) basis!: FactBasis;
}

@ObjectType()
export class Event {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true }) action!: string | null;
  @Field(() => ID, { nullable: true }) indicator!: string | null;
  @Field(() => ID) area!: string;
  @Field(() => String) date!: string;
  @Field(() => Int) year!: number;
  @Field(() => Boolean, { nullable: true }) yesNo!: boolean | null;
  @Field(() => LocalText) text!: LocalText;
  @Field(() => ID) source!: string;
  @Field(() => [EventProof], { description: 'Empty where it proves nothing and helps the reader.' })
  proves!: EventProof[];
}
