import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import { AreaName } from '../organisations/organisation.type.ts';
import { Person } from '../users/person.type.ts';
import {
  AssignPersonInput,
  AssignPersonPayload,
  ConfirmStagesInput,
  ConfirmStagesPayload,
  Duty,
  PublishedYear,
  RecallSubmissionInput,
  ReturnForm,
  SubmitReturnInput,
  SubmitReturnPayload,
} from './returns.type.ts';
import { ReviewQueue } from './review-queue.type.ts';
import { WorkObservation } from './work-observation.type.ts';
import { ReturnsService } from './returns.service.ts';
import { ReviewQueueService } from './review-queue.service.ts';
import { AssignPersonService } from './assign-person.service.ts';
import { ConfirmStagesService } from './confirm-stages.service.ts';
import {
  GiveBackReturnInput,
  RequireSignatureInput,
  RequireSignaturePayload,
  SignatureRequest,
  SignatureRule,
  SignReturnInput,
} from './signature-request.type.ts';
import { SignatureRuleService } from './signature-rule.service.ts';
import { SignReturnService } from './sign-return.service.ts';
import { SubmitReturnService } from './submit-return.service.ts';

@Resolver()
export class ReturnsResolver {
  constructor(
    private readonly assigning: AssignPersonService,
    private readonly returns: ReturnsService,
    private readonly queues: ReviewQueueService,
    private readonly confirming: ConfirmStagesService,
    private readonly submitting: SubmitReturnService,
    private readonly signing: SignReturnService,
    private readonly signatures: SignatureRuleService,
  ) {}

  @Access('READ_WORK')
  @Query(() => [AreaName], {
    description: 'The reporting areas that the person may read, whether a cycle is open or not.',
  })
  reportingAreas(@CurrentActor() actor: Actor, @Lang() lang: Language) {
    return this.returns.reportingAreas(actor, lang);
  }

  @Access('READ_WORK')
  @Query(() => [Duty], {
    description: 'What the signed-in person owes, or (officer, auditor) what each country owes.',
  })
  duties(@CurrentActor() actor: Actor, @Lang() lang: Language) {
    return this.returns.duties(actor, lang);
  }

  @Access('READ_WORK')
  @Query(() => ReturnForm, {
    nullable: true,
    description:
      'The return of one area in one cycle: every assigned cell with its working value. Null if there is none that this person may see.',
  })
  returnForm(
    @CurrentActor() actor: Actor,
    @Args('area', { type: () => ID }) area: string,
    @Args('cycle', { type: () => Int }) cycle: number,
    @Lang() lang: Language,
  ) {
    return this.returns.returnForm(actor, area, cycle, lang);
  }

  @Access('READ_WORK')
  @Query(() => [PublishedYear], {
    description:
      'The years for which an area has published values. Each can be corrected in the return of that year.',
  })
  publishedYears(@CurrentActor() actor: Actor, @Args('area', { type: () => ID }) area: string) {
    return this.returns.publishedYears(actor, area);
  }

  @Access('READ_WORK')
  @Query(() => WorkObservation, {
    nullable: true,
    description: 'One working observation with its history, messages and reviews.',
  })
  workObservation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Lang() lang: Language,
  ) {
    return this.returns.workObservation(actor, id, lang);
  }

  @Access('READ_WORK')
  @Query(() => ReviewQueue)
  reviewQueue(
    @CurrentActor() actor: Actor,
    @Lang() lang: Language,
    @Args('area', { type: () => ID, nullable: true }) askedArea: string | null = null,
    @Args('submission', {
      type: () => ID,
      nullable: true,
      description: 'Limits the queue to one return.',
    })
    submission: string | null = null,
  ) {
    return this.queues.reviewQueue(actor, lang, askedArea, submission);
  }

  @Access('READ_WORK')
  @Query(() => [Person], {
    description: 'The people of a country to whom indicators of its return can be assigned.',
  })
  colleagues(@CurrentActor() actor: Actor, @Args('area', { type: () => ID }) area: string) {
    return this.assigning.colleagues(actor, area);
  }

  @Access('ASSIGN_PERSON')
  @Mutation(() => AssignPersonPayload, {
    description: 'Assigns indicators of the return to one person of the country, or to nobody.',
  })
  assignPerson(@CurrentActor() actor: Actor, @Args('input') input: AssignPersonInput) {
    return this.assigning.assign(actor, input);
  }

  @Access('SAVE_VALUE')
  @Mutation(() => ConfirmStagesPayload, {
    description:
      'Says that nothing changed: every element of a law that has an earlier stage and no value for this year is saved with that stage and its date.',
  })
  confirmStages(@CurrentActor() actor: Actor, @Args('input') input: ConfirmStagesInput) {
    return this.confirming.confirmStages(actor, input);
  }

  @Access('SUBMIT')
  @Mutation(() => SubmitReturnPayload, {
    description:
      'Submits values. If the country asks for a second signature, the return is prepared for it instead.',
  })
  submitReturn(@CurrentActor() actor: Actor, @Args('input') input: SubmitReturnInput) {
    return this.submitting.submitReturn(actor, input);
  }

  @Access('RECALL')
  @Mutation(() => SubmitReturnPayload)
  recallSubmission(@CurrentActor() actor: Actor, @Args('input') input: RecallSubmissionInput) {
    return this.submitting.recallSubmission(actor, input);
  }

  @Access('READ_WORK')
  @Query(() => [SignatureRequest], {
    description:
      'Returns that wait for a second signature, and those that were given back or changed since and not prepared again.',
  })
  preparedReturns(@CurrentActor() actor: Actor, @Lang() lang: Language) {
    return this.signatures.open(actor, lang);
  }

  @Access('SIGN_RETURN')
  @Mutation(() => SubmitReturnPayload, {
    description: 'Submits a prepared return. A second person of the country signs it by this.',
  })
  signReturn(@CurrentActor() actor: Actor, @Args('input') input: SignReturnInput) {
    return this.signing.sign(actor, input);
  }

  @Access('SIGN_RETURN')
  @Mutation(() => SubmitReturnPayload, {
    description: 'Gives a prepared return back instead of signing it. Its values stay drafts.',
  })
  giveBackReturn(@CurrentActor() actor: Actor, @Args('input') input: GiveBackReturnInput) {
    return this.signing.giveBack(actor, input);
  }

  @Access('READ_WORK')
  @Query(() => [SignatureRule], {
    description: 'The countries that ask for a second signature before a return is submitted.',
  })
  signatureRules(@CurrentActor() actor: Actor, @Lang() lang: Language) {
    return this.signatures.rules(actor, lang);
  }

  @Access('REQUIRE_SIGNATURE')
  @Mutation(() => RequireSignaturePayload)
  requireSignature(@CurrentActor() actor: Actor, @Args('input') input: RequireSignatureInput) {
    return this.signatures.require(actor, input);
  }
}
