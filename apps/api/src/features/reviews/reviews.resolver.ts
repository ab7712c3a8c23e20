import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { ObservationPayload } from '../observations/changes.type.ts';
import {
  ApproveReturnInput,
  ApproveReturnPayload,
  ApproveValuesInput,
  ApproveValuesPayload,
  AskReporterInput,
  ReturnValueInput,
  UndoApprovalInput,
  UndoApprovalsInput,
} from './review.type.ts';
import { ApproveReturnService } from './approve-return.service.ts';
import { ReviewsService } from './reviews.service.ts';

@Resolver()
export class ReviewsResolver {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly returns: ApproveReturnService,
  ) {}

  @Access('RETURN')
  @Mutation(() => ObservationPayload)
  returnValue(@CurrentActor() actor: Actor, @Args('input') input: ReturnValueInput) {
    return this.reviews.returnValue(actor, input);
  }

  @Access('ASK_REPORTER')
  @Mutation(() => ObservationPayload)
  askReporter(@CurrentActor() actor: Actor, @Args('input') input: AskReporterInput) {
    return this.reviews.askReporter(actor, input);
  }

  @Access('APPROVE')
  @Mutation(() => ApproveValuesPayload)
  approveValues(@CurrentActor() actor: Actor, @Args('input') input: ApproveValuesInput) {
    return this.reviews.approveValues(actor, input);
  }

  @Access('APPROVE')
  @Mutation(() => ApproveReturnPayload, {
    description:
      'Approves the waiting values of a return, at the revisions that were submitted with it.',
  })
  approveReturn(@CurrentActor() actor: Actor, @Args('input') input: ApproveReturnInput) {
    return this.returns.approveReturn(actor, input);
  }

  @Access('UNDO_APPROVAL')
  @Mutation(() => ObservationPayload)
  undoApproval(@CurrentActor() actor: Actor, @Args('input') input: UndoApprovalInput) {
    return this.reviews.undoApproval(actor, input);
  }

  @Access('UNDO_APPROVAL')
  @Mutation(() => ApproveValuesPayload, {
    description:
      'Undoes an approval within ten minutes: of all values that were approved together and were not changed since.',
  })
  undoApprovals(@CurrentActor() actor: Actor, @Args('input') input: UndoApprovalsInput) {
    return this.reviews.undoApprovals(actor, input);
  }
}
