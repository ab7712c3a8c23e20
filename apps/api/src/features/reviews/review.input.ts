import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class ReturnValueInput {
  @Field(() => ID) observation!: string;
  @Field(() => ID) revision!: string;
  @Field(() => String) reason!: string;
  @Field(() => String) idempotencyKey!: string;
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
export class ApproveValuesInput {
  @Field(() => [ApproveValueInput]) values!: ApproveValueInput[];
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class AskReporterInput {
  @Field(() => ID) observation!: string;
  @Field(() => ID) revision!: string;
  @Field(() => String) text!: string;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class UndoApprovalsInput {
  @Field(() => ID) batch!: string;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class UndoApprovalInput {
  @Field(() => ID) observation!: string;
  @Field(() => String) idempotencyKey!: string;
}
