import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { ConfirmStagesService } from './confirm-stages.service.ts';
import { ConfirmStagesInput, ConfirmStagesPayload } from './confirm-stages.type.ts';
import { DeskReadingService } from './desk-reading.service.ts';
import { DutiesService } from './duties.service.ts';
import { Duty } from './duty.type.ts';
import { PublishedYear } from './published-year.type.ts';
import { RecallService } from './recall.service.ts';
import { ReturnForm } from './return-form.type.ts';
import { ReviewQueueService } from './review-queue.service.ts';
import { ReviewQueue } from './review-queue.type.ts';
import { RecallSubmissionInput, SubmitReturnInput } from './submit-return.input.ts';
import { SubmitReturnService } from './submit-return.service.ts';
import { type SubmitReturnAnswer, SubmitReturnPayload } from './submit-return.type.ts';
import { WorkObservation } from './work-observation.type.ts';

@Resolver()
export class ReturnsResolver {
  constructor(
    private readonly reading: DeskReadingService,
    private readonly owed: DutiesService,
    private readonly queues: ReviewQueueService,
    private readonly confirming: ConfirmStagesService,
    private readonly submitting: SubmitReturnService,
    private readonly recalling: RecallService,
  ) {}

  @Access('READ_WORK')
  @Query(() => [Duty], {
    description: 'What the signed-in person owes, or (officer, auditor) what each country owes.',
  })
  duties(
    @CurrentActor() actor: Actor,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<Duty[]> {
    return this.owed.list(actor, lang);
  }

  @Access('READ_WORK')
  @Query(() => ReturnForm, {
    nullable: true,
    description:
      'The return of one area in one cycle: every assigned cell with its working value. Null where there is none for this person.',
  })
  returnForm(
    @CurrentActor() actor: Actor,
    @Args('area', { type: () => ID }) area: string,
    @Args('cycle', { type: () => Int }) cycle: number,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<ReturnForm | null> {
    return this.reading.form(actor, area, cycle, lang);
  }

  @Access('READ_WORK')
  @Query(() => [PublishedYear], {
    description:
      'The years of which an area has published values: each can be corrected in the return of its year.',
  })
  publishedYears(
    @CurrentActor() actor: Actor,
    @Args('area', { type: () => ID }) area: string,
  ): Promise<PublishedYear[]> {
    return this.reading.publishedYears(actor, area);
  }

  @Access('READ_WORK')
  @Query(() => WorkObservation, {
    nullable: true,
    description: 'One working observation with its history, messages and reviews.',
  })
  workObservation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<WorkObservation | null> {
    return this.reading.observation(actor, id, lang);
  }

  @Access('READ_WORK')
  @Query(() => ReviewQueue)
  reviewQueue(
    @CurrentActor() actor: Actor,
    @Args('lang', { type: () => Language }) lang: Language,
    @Args('area', { type: () => ID, nullable: true }) area: string | null = null,
    @Args('submission', { type: () => ID, nullable: true, description: 'Of one return only.' })
    submission: string | null = null,
  ): Promise<ReviewQueue> {
    return this.queues.queue(actor, lang, { area, submission });
  }

  @Access('SAVE_VALUE')
  @Mutation(() => ConfirmStagesPayload, {
    description:
      'Nothing changed: every element of a law that has a stage from before and no value of this year is saved with that stage and its date.',
  })
  confirmStages(
    @CurrentActor() actor: Actor,
    @Args('input') input: ConfirmStagesInput,
  ): Promise<ConfirmStagesPayload> {
    return this.confirming.confirm(actor, input);
  }

  @Access('SUBMIT')
  @Mutation(() => SubmitReturnPayload)
  submitReturn(
    @CurrentActor() actor: Actor,
    @Args('input') input: SubmitReturnInput,
  ): Promise<SubmitReturnAnswer> {
    return this.submitting.submit(actor, input);
  }

  @Access('RECALL')
  @Mutation(() => SubmitReturnPayload)
  recallSubmission(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecallSubmissionInput,
  ): Promise<SubmitReturnAnswer> {
    return this.recalling.recall(actor, input);
  }
}
