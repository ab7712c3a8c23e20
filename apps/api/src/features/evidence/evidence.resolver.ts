import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { ObservationPayload } from '../observations/observation-payload.type.ts';
import { AttachEvidenceService } from './attach-evidence.service.ts';
import { AddEvidenceLinkInput, AttachEvidenceInput, MarkEvidenceInput } from './evidence.input.ts';
import { EvidenceService } from './evidence.service.ts';
import { Evidence, EvidencePayload, EvidenceQuota } from './evidence.type.ts';

@Resolver()
export class EvidenceResolver {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly attaching: AttachEvidenceService,
  ) {}

  @Access('READ_WORK')
  @Query(() => [Evidence], {
    name: 'evidence',
    description: 'What an area has put on file, the newest 200.',
  })
  list(
    @CurrentActor() actor: Actor,
    @Args('area', { type: () => ID }) area: string,
  ): Promise<Evidence[]> {
    return this.evidence.list(actor, area);
  }

  @Access('READ_WORK')
  @Query(() => EvidenceQuota, { description: 'How much more may be put on file.' })
  evidenceQuota(
    @CurrentActor() actor: Actor,
    @Args('area', { type: () => ID }) area: string,
  ): Promise<EvidenceQuota> {
    return this.evidence.quota(actor, area);
  }

  @Access('ADD_EVIDENCE')
  @Mutation(() => EvidencePayload)
  addEvidenceLink(
    @CurrentActor() actor: Actor,
    @Args('input') input: AddEvidenceLinkInput,
  ): Promise<EvidencePayload> {
    return this.evidence.addLink(actor, input);
  }

  @Access('ADD_EVIDENCE')
  @Mutation(() => ObservationPayload)
  attachEvidence(
    @CurrentActor() actor: Actor,
    @Args('input') input: AttachEvidenceInput,
  ): Promise<ObservationPayload> {
    return this.attaching.attach(actor, input);
  }

  @Access('MARK_EVIDENCE')
  @Mutation(() => EvidencePayload)
  markEvidence(
    @CurrentActor() actor: Actor,
    @Args('input') input: MarkEvidenceInput,
  ): Promise<EvidencePayload> {
    return this.evidence.mark(actor, input);
  }
}
