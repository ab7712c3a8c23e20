import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OutstandingReturn } from '../notifications/outstanding-return.type.ts';

@ObjectType({ description: 'What an officer sees first: what waits and what is late.' })
export class DeskSummary {
  @Field(() => Int, {
    description: 'The number of values that are past their due day and not submitted.',
  })
  late!: number;
  @Field(() => Int, { description: 'The number of values that wait for a decision.' })
  toReview!: number;
  @Field(() => Int, {
    description: 'The number of values with a question that was not answered.',
  })
  openQuestions!: number;
  @Field(() => Int, {
    description: 'The number of approved values that the next release would include.',
  })
  readyToPublish!: number;
  @Field(() => [OutstandingReturn], {
    description: 'What is not submitted yet, the most overdue first.',
  })
  outstanding!: OutstandingReturn[];
}
