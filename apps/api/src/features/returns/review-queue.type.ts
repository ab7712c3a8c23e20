import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Evidence } from '../evidence/evidence.type.ts';
import { ApprovalBatch } from '../reviews/review.type.ts';
import { Person } from '../users/person.type.ts';
import { WorkObservation } from './work-observation.type.ts';

@ObjectType({ description: 'The waiting values of one indicator in a return.' })
export class WaitingIndicator {
  @Field(() => ID) indicator!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => Int) waiting!: number;
}

@ObjectType({ description: 'A return as its reviewer sees it: who submitted what, and when.' })
export class ReviewReturn {
  @Field(() => ID) id!: string;
  /** The receipt: `KGZ-2025-003`. */
  @Field(() => String) number!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Nullable(LocalText) organisation!: LocalText | null;
  @Described(
    Person,
    'The person who submitted it; if a second person signed, the one who prepared it.',
  )
  submittedBy!: Person;
  @Nullable(Person) signedBy!: Person | null;
  @Field(() => String) submittedAt!: string;
  @Nullable(String) note!: string | null;
  @Nullable(Evidence) letter!: Evidence | null;
  @Described(Int, 'The number of values submitted with it.') handedIn!: number;
  @Described(Int, 'The number of these values that wait for a decision.')
  waiting!: number;
  @Described([WaitingIndicator], 'The same by indicator, in the order of the framework.')
  indicators!: WaitingIndicator[];
  @Described(
    [ID],
    'Its values that can be decided, since nobody has changed them after they were submitted. A large return shows some of them, first those with remarks and then samples, and none unless the return was asked for.',
  )
  observations!: string[];
}

@ObjectType()
export class ReviewQueue {
  @Described([WorkObservation], 'Values that wait for a decision, oldest first.')
  submitted!: WorkObservation[];
  @Described([WorkObservation], 'Approved values that are not in a release yet.')
  approved!: WorkObservation[];
  @Field(() => [WorkObservation]) returned!: WorkObservation[];
  @Described([ApprovalBatch], 'Newest first.') batches!: ApprovalBatch[];
  @Described(
    [ReviewReturn],
    'Returns with waiting values, oldest first; or the one that was asked for.',
  )
  returns!: ReviewReturn[];
}
