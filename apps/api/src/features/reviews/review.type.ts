import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ReviewDecision } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { Person } from '../users/person.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@ObjectType()
export class Review {
  @Field(() => ReviewDecision) decision!: ReviewDecision;
  @Nullable(String) reason!: string | null;
  @Field(() => ID) revision!: string;
  @Field(() => Person) reviewer!: Person;
  @Field(() => String) createdAt!: string;
}

@ObjectType({ description: 'Values that were approved together, as long as that can be undone.' })
export class ApprovalBatch {
  @Field(() => ID) batch!: string;
  @Field(() => Int) values!: number;
  @Field(() => Person) reviewer!: Person;
  @Field(() => String) undoableUntil!: string;
}

@InputType()
export class ReturnValueInput extends ChangeInput {
  @Field(() => ID) observation!: string;
  @Field(() => ID) revision!: string;
  @Field(() => String) reason!: string;
}

@InputType()
export class ApproveValueInput {
  @Field(() => ID) observation!: string;
  @Field(() => ID) revision!: string;
  @Nullable(ID, 'The open question that this approval closes without an answer.')
  closedQuestion?: string | null;
}

@InputType({ description: 'Approves all of the values or none of them.' })
export class ApproveValuesInput extends ChangeInput {
  @Field(() => [ApproveValueInput]) values!: ApproveValueInput[];
}

@InputType({ description: 'Approves all of the values or none of them.' })
export class ApproveReturnInput extends ChangeInput {
  @Field(() => ID) submission!: string;
  @Nullable([ID], 'Only the values of these indicators; if left out, all values of the return.')
  indicators?: string[] | null;
  @Described(Int, 'How many waiting values of the return the reviewer saw.')
  expectedValues!: number;
}

@InputType()
export class AskReporterInput extends ChangeInput {
  @Field(() => ID) observation!: string;
  @Field(() => ID) revision!: string;
  @Field(() => String) text!: string;
}

@InputType()
export class UndoApprovalsInput extends ChangeInput {
  @Field(() => ID) batch!: string;
}

@InputType()
export class UndoApprovalInput extends ChangeInput {
  @Field(() => ID) observation!: string;
  @Nullable(ID, 'The revision that the person saw.')
  revision?: string | null;
}

@ObjectType()
export class ApproveValuesPayload extends Payload {
  @Nullable(ID, 'The id of what was approved together, to undo it.')
  batch!: string | null;
  /** The ids of the observations. features/returns reads the rest if it is asked for. */
  observations!: string[];
}

@ObjectType()
export class ApproveReturnPayload extends Payload {
  @Nullable(ID, 'The id of what was approved together, to undo it.')
  batch!: string | null;
  @Described(Int, 'The number of values that were approved.') approved!: number;
}
