import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, type Actor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import {
  AgreementDesk,
  AgreementPayload,
  EndAgreementInput,
  RecordAgreementInput,
} from './agreement.type.ts';
import { AgreementsService } from './agreements.service.ts';

@Resolver()
export class AgreementsResolver {
  constructor(private readonly service: AgreementsService) {}

  @Access('READ_AGREEMENTS')
  @Query(() => AgreementDesk)
  agreementDesk(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<AgreementDesk> {
    return this.service.desk(actor, lang);
  }

  @Access('RECORD_AGREEMENT')
  @Mutation(() => AgreementPayload)
  recordAgreement(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordAgreementInput,
  ): Promise<AgreementPayload> {
    return this.service.record(actor, input);
  }

  @Access('RECORD_AGREEMENT')
  @Mutation(() => AgreementPayload)
  endAgreement(
    @CurrentActor() actor: Actor,
    @Args('input') input: EndAgreementInput,
  ): Promise<AgreementPayload> {
    return this.service.end(actor, input);
  }
}
