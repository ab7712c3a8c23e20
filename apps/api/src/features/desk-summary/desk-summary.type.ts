import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OutstandingReturn } from '../notifications/outstanding-return.type.ts';

@ObjectType({ description: 'Where an officer’s day begins.' })
export class DeskSummary {
  @Field(() => Int, { description: 'Values past their due day that nobody has submitted.' })
  late!: number;
  @Field(() => Int, { description: 'Values waiting for a decision.' }) toReview!: number;
  @Field(() => Int, {
    description: 'Values that wait with a question nobody has answered.',
  })
  openQuestions!: number;
  @Field(() => Int, { description: 'Approved values that the next release would take.' })
  readyToPublish!: number;
  @Field(() => [OutstandingReturn], { description: 'The most overdue first.' })
  outstanding!: OutstandingReturn[];
}
