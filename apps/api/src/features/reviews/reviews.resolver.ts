import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { ObservationPayload } from '../observations/observation-payload.type.ts';
import { AskReporterService } from './ask-reporter.service.ts';
import { ApproveValuesPayload } from './approve-values.type.ts';
import {
  ApproveValuesInput,
  AskReporterInput,
  ReturnValueInput,
  UndoApprovalInput,
  UndoApprovalsInput,
} from './review.input.ts';
import { ReviewsService } from './reviews.service.ts';

@Resolver()
export class ReviewsResolver {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly questions: AskReporterService,
  ) {}

  @Access('RETURN')
  @Mutation(() => ObservationPayload)
  returnValue(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReturnValueInput,
  ): Promise<ObservationPayload> {
    return this.reviews.returnValue(actor, input);
  }

  @Access('APPROVE')
  @Mutation(() => ApproveValuesPayload)
  approveValues(
    @CurrentActor() actor: Actor,
    @Args('input') input: ApproveValuesInput,
  ): Promise<ApproveValuesPayload> {
    return this.reviews.approve(actor, input);
  }

  @Access('ASK_REPORTER')
  @Mutation(() => ObservationPayload)
  askReporter(
    @CurrentActor() actor: Actor,
    @Args('input') input: AskReporterInput,
  ): Promise<ObservationPayload> {
    return this.questions.ask(actor, input);
  }

  @Access('UNDO_APPROVAL')
  @Mutation(() => ApproveValuesPayload, {
    description: 'All that was approved by one press and still stands, within ten minutes.',
  })
  undoApprovals(
    @CurrentActor() actor: Actor,
    @Args('input') input: UndoApprovalsInput,
  ): Promise<ApproveValuesPayload> {
    return this.reviews.undoBatch(actor, input);
  }

  @Access('UNDO_APPROVAL')
  @Mutation(() => ObservationPayload)
  undoApproval(
    @CurrentActor() actor: Actor,
    @Args('input') input: UndoApprovalInput,
  ): Promise<ObservationPayload> {
    return this.reviews.undo(actor, input);
  }
}
