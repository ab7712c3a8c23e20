import { Int, ObjectType } from '@nestjs/graphql';
import { Described } from '../../graphql/fields.ts';
import { OutstandingReturn } from '../notifications/outstanding-return.type.ts';

@ObjectType({ description: 'What an officer sees first: what waits and what is late.' })
export class DeskSummary {
  @Described(Int, 'The number of values that are past their due day and not submitted.')
  late!: number;
  @Described(Int, 'The number of values that wait for a decision.')
  toReview!: number;
  @Described(Int, 'The number of values with a question that was not answered.')
  openQuestions!: number;
  @Described(Int, 'The number of approved values that the next release would include.')
  readyToPublish!: number;
  @Described([OutstandingReturn], 'What is not submitted yet, the most overdue first.')
  outstanding!: OutstandingReturn[];
}
