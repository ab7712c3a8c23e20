import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { ObservationPayload } from '../observations/changes.type.ts';
import {
  AddEvidenceLinkInput,
  AttachEvidenceInput,
  Evidence,
  EvidencePayload,
  EvidenceQuota,
  MarkEvidenceInput,
} from './evidence.type.ts';
import { EvidenceService } from './evidence.service.ts';

@Resolver()
export class EvidenceResolver {
  constructor(private readonly service: EvidenceService) {}

  @Access('READ_WORK')
  @Query(() => [Evidence], { description: 'The evidence of an area, the newest 200.' })
  evidence(@CurrentActor() actor: Actor, @Args('area', { type: () => ID }) area: string) {
    return this.service.evidence(actor, area);
  }

  @Access('READ_WORK')
  @Query(() => EvidenceQuota, { description: 'How much more evidence may be stored.' })
  evidenceQuota(@CurrentActor() actor: Actor, @Args('area', { type: () => ID }) area: string) {
    return this.service.evidenceQuota(actor, area);
  }

  @Access('ADD_EVIDENCE')
  @Mutation(() => EvidencePayload)
  addEvidenceLink(@CurrentActor() actor: Actor, @Args('input') input: AddEvidenceLinkInput) {
    return this.service.addEvidenceLink(actor, input);
  }

  @Access('ADD_EVIDENCE')
  @Mutation(() => ObservationPayload)
  attachEvidence(@CurrentActor() actor: Actor, @Args('input') input: AttachEvidenceInput) {
    return this.service.attachEvidence(actor, input);
  }

  @Access('MARK_EVIDENCE')
  @Mutation(() => EvidencePayload)
  markEvidence(@CurrentActor() actor: Actor, @Args('input') input: MarkEvidenceInput) {
    return this.service.markEvidence(actor, input);
  }
}
