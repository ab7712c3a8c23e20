import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Evidence } from '../evidence/evidence.type.ts';
import { ApprovalBatch } from '../reviews/review.type.ts';
import { Person } from '../users/person.type.ts';
import { WorkObservation } from './work-observation.type.ts';

@ObjectType({ description: 'What waits of one indicator in a return.' })
export class WaitingIndicator {
  @Field(() => ID) indicator!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => Int) waiting!: number;
}

@ObjectType({ description: 'A return as its reviewer takes it up: who handed in what, and when.' })
export class ReviewReturn {
  @Field(() => ID) id!: string;
  /** The receipt: `KGZ-2025-003`. */
  @Field(() => String) number!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Field(() => LocalText, { nullable: true }) organisation!: LocalText | null;
  @Field(() => Person, { description: 'Who prepared it, where a second person signed.' })
  submittedBy!: Person;
  @Field(() => Person, { nullable: true }) signedBy!: Person | null;
  @Field(() => String) submittedAt!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Evidence, { nullable: true }) letter!: Evidence | null;
  @Field(() => Int, { description: 'Values handed in with it.' }) handedIn!: number;
  @Field(() => Int, { description: 'Of them, those that wait for a decision.' }) waiting!: number;
  @Field(() => [WaitingIndicator], { description: 'The same, in the order of the framework.' })
  indicators!: WaitingIndicator[];
  @Field(() => [ID], {
    description:
      'Its values of this queue that nobody has changed since: what can be decided. Of a large return some, and none where it is not asked for: first what is remarkable, then samples.',
  })
  observations!: string[];
}

@ObjectType()
export class ReviewQueue {
  @Field(() => [WorkObservation], { description: 'Waiting for a decision, oldest first.' })
  submitted!: WorkObservation[];
  @Field(() => [WorkObservation], { description: 'Approved, not yet in a release.' })
  approved!: WorkObservation[];
  @Field(() => [WorkObservation]) returned!: WorkObservation[];
  @Field(() => [ApprovalBatch], { description: 'The newest first.' }) batches!: ApprovalBatch[];
  @Field(() => [ReviewReturn], {
    description: 'Returns with a value that waits, oldest first; or the one that was asked for.',
  })
  returns!: ReviewReturn[];
}
