import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ReviewDecision } from '../../graphql/enums.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { Person } from '../users/person.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@ObjectType()
export class Review {
  @Field(() => ReviewDecision) decision!: ReviewDecision;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => ID) revision!: string;
  @Field(() => Person) reviewer!: Person;
  @Field(() => String) createdAt!: string;
}

@ObjectType({ description: 'Values approved by one press, as long as that can be undone.' })
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
  @Field(() => ID, {
    nullable: true,
    description: 'The open question that is closed without an answer by approving.',
  })
  closedQuestion?: string | null;
}

@InputType({ description: 'All or none.' })
export class ApproveValuesInput extends ChangeInput {
  @Field(() => [ApproveValueInput]) values!: ApproveValueInput[];
}

@InputType({ description: 'All or none.' })
export class ApproveReturnInput extends ChangeInput {
  @Field(() => ID) submission!: string;
  @Field(() => [ID], {
    nullable: true,
    description: 'Of these only; without it all of the return.',
  })
  indicators?: string[] | null;
  @Field(() => Int, { description: 'How many values of it the reviewer saw waiting.' })
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
}

@ObjectType()
export class ApproveValuesPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Names what was approved together.' })
  batch!: string | null;
  /** The ids of the observations. features/returns reads the rest if it is asked for. */
  observations!: string[];
}

@ObjectType()
export class ApproveReturnPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Names what was approved together.' })
  batch!: string | null;
  @Field(() => Int, { description: 'How many values were.' }) approved!: number;
}
